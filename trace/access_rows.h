// Under which keys the shelf has the log of access.
//
//   trace/size                          how many entries there are, u64
//   trace/entry/INDEX                   the entry
//   trace/hash/LEVEL INDEX              a hash that tiles hold; level u8, index u64
//   trace/child/CHILD HOUR READER VIEW  index u64
//   trace/refused/PERSON CHILD HOUR VIEW   index u64
//   trace/failed/PERSON MINUTE ADDRESS  index u64
//   trace/news/POST READER              index u64, at i64
//   trace/checkpoint                    the last note that was signed
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "trace/entry.h"

namespace letopis::trace {

inline constexpr std::string_view kSizeKey = "trace/size";
inline constexpr std::string_view kCheckpointKey = "trace/checkpoint";
inline constexpr std::string_view kSecretKey = "trace/secret";

std::string entry_key(std::uint64_t index);
std::string hash_key(unsigned level, std::uint64_t index);
std::string child_key(events::PersonNumber child, std::uint32_t hour);  // the prefix of the hour
std::string news_key(std::uint32_t post);                               // the prefix of the post

// Under what an entry is noted at most once; empty: it is noted each time.
std::string once_key(const Entry& entry);

}  // namespace letopis::trace
