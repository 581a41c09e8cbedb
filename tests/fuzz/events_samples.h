// Real events for fuzzers to spoil: an event can't be guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "events/codec.h"
#include "events/stream.h"

namespace letopis::events {

inline std::string sample(Fact fact) {
  Event event;
  event.stream = stream_of(fact);
  event.version = 1;
  event.fact = std::move(fact);
  return std::string(text_of(encode(event)));
}

// A fact of single values, one of texts and a list, and one with a value of several fields.
inline std::vector<std::string> samples() {
  MarkGiven mark;
  mark.lesson = {1};
  mark.pupil = {2};
  mark.comment.emplace();
  PlanAdopted plan;
  plan.plan = {1};
  plan.load = {2};
  plan.name = "КТП";
  plan.topics = {{1, "Тема", false}, {2, "", true}};
  return {sample(mark), sample(plan), sample(YearClosed{{1}, {"12-о", {20'000}}})};
}

// The bytes with the input laid over them: pairs of a place and what then stands there.
inline std::string spoiled(std::string bytes, const std::uint8_t* data, std::size_t size) {
  for (std::size_t at = 0; at + 1 < size; at += 2) {
    bytes[data[at] % bytes.size()] = static_cast<char>(data[at + 1]);
  }
  return bytes;
}

}  // namespace letopis::events
