// How far somebody has read each of their conversations. It is a matter of comfort and not of the
// record: it stands on the school's shelf.
#pragma once

#include "events/identifiers.h"
#include "shelf/shelf.h"

namespace letopis::hosting {

// Any thread. Throws ShelfFailure.

// The last message that was shown to the person; 0: none.
events::MessageNumber read_up_to(events::PersonNumber person, events::MessageNumber conversation,
                                 const shelf::Shelf& shelf);
// Later ones count; what was shown before changes nothing.
void note_read_up_to(events::PersonNumber person, events::MessageNumber conversation,
                     events::MessageNumber last, shelf::Shelf& shelf);

}  // namespace letopis::hosting
