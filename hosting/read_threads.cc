#include "hosting/read_threads.h"

#include "shelf/row.h"

namespace letopis::hosting {
namespace {

std::string row_key(events::PersonNumber person, events::MessageNumber conversation) {
  return shelf::RowWriter("talk/read/").u32(person.value).u32(conversation.value).take();
}

}  // namespace

events::MessageNumber read_up_to(events::PersonNumber person, events::MessageNumber conversation,
                                 const shelf::Shelf& shelf) {
  const auto row = shelf.get(row_key(person, conversation));
  return {row ? shelf::RowReader(*row).u32() : 0};
}

void note_read_up_to(events::PersonNumber person, events::MessageNumber conversation,
                     events::MessageNumber last, shelf::Shelf& shelf) {
  if (last.value <= read_up_to(person, conversation, shelf).value) return;
  const shelf::Change changes[] = {
      {row_key(person, conversation), shelf::RowWriter().u32(last.value).take()}};
  shelf.write(changes);
}

}  // namespace letopis::hosting
