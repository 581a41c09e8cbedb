// Whatever is changed in a store, or beside it, the whole check finds and names.
#include <gtest/gtest.h>

#include "events/codec.h"
#include "ledger/damage.h"
#include "ledger/published.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

namespace fs = std::filesystem;

// What is done to a copy, and what must be found there, whatever else is.
struct Damage {
  std::string name;
  std::function<void(Damaged&)> act;
  Fault fault;
  std::string where;
  std::string code;
  std::optional<std::uint64_t> position = {};
  bool spreads = false;  // all that rests on it is in question too
};
void PrintTo(const Damage& damage, std::ostream* out) { *out << damage.name; }

std::function<void(Damaged&)> flip_entry(std::uint64_t position, std::size_t at) {
  return [=](Damaged& copy) { copy.flip(Family::kEntries, entry_key({position}), at); };
}
std::function<void(Damaged&)> flip_row(Family family, std::string key, std::size_t at) {
  return [=](Damaged& copy) { copy.flip(family, key, at); };
}
std::function<void(Damaged&)> no_row(Family family, std::string key) {
  return [=](Damaged& copy) { copy.remove(family, key); };
}
std::function<void(Damaged&)> new_row(Family family, std::string key, std::string value) {
  return [=](Damaged& copy) { copy.put(family, key, value); };
}

constexpr auto kAltered = Fault::kAltered;
constexpr auto kIncomplete = Fault::kIncomplete;
constexpr auto kRolledBack = Fault::kRolledBack;

std::vector<Damage> damages_of_entries() {
  const auto last = kSize - 1;
  return {
      {"entry_version", flip_entry(7, 1), kAltered, "entries", "entry.version", 7},
      {"entry_time_by_a_millisecond", flip_entry(7, 7), kAltered, "tree", "store.row_differs", 7},
      {"entry_time_early", flip_entry(7, 2), kAltered, "entries", "entry.time_back", 7},
      {"entry_time_late",
       [](Damaged& copy) {
         auto entry = copy.get(Family::kEntries, entry_key({7}));
         entry[2] = '\x7f';
         copy.put(Family::kEntries, entry_key({7}), entry);
       },
       kAltered, "entries", "entry.time_back", 8},
      {"entry_key_id", flip_entry(7, 8), kAltered, "entries", "key.unknown", 7},
      {"entry_signature_first", flip_entry(7, 40), kAltered, "entries", "signature.invalid", 7},
      {"entry_signature_last", flip_entry(7, 103), kAltered, "entries", "signature.invalid", 7},
      {"entry_event_log_id",
       [](Damaged& copy) {
         auto entry = copy.get(Family::kEntries, entry_key({7}));
         const auto at = entry.find(text_of(original().school.id.bytes.view()));
         entry[at] = static_cast<char>(entry[at] ^ 1);
         copy.put(Family::kEntries, entry_key({7}), entry);
       },
       kAltered, "entries", "entry.log_id", 7},
      {"entry_mark",
       [](Damaged& copy) {
         auto entry = copy.get(Family::kEntries, entry_key({7}));
         auto event = *events::decode(bytes_of(entry).subspan(events::kEntryFrameBytes));
         std::get<events::MarkGiven>(event.fact).value = events::MarkValue::kFive;
         entry.resize(events::kEntryFrameBytes);
         entry += text_of(events::encode(event));
         copy.put(Family::kEntries, entry_key({7}), entry);
       },
       kAltered, "entries", "signature.invalid", 7},
      {"entry_that_brings_a_key",
       [](Damaged& copy) {
         auto entry = copy.get(Family::kEntries, entry_key({2}));
         const auto at = entry.find(text_of(original().school.teacher.key.public_key().view()));
         entry[at] = static_cast<char>(entry[at] ^ 1);
         copy.put(Family::kEntries, entry_key({2}), entry);
       },
       kAltered, "entries", "signature.invalid", 2, true},
      {"entry_first", flip_entry(0, 50), kAltered, "entries", "signature.invalid", 0},
      {"entry_last", flip_entry(last, 50), kAltered, "entries", "signature.invalid", last},
      {"entry_cut_short",
       [](Damaged& copy) {
         auto entry = copy.get(Family::kEntries, entry_key({7}));
         copy.put(Family::kEntries, entry_key({7}), entry.substr(0, entry.size() - 8));
       },
       kAltered, "entries", "event.unreadable", 7},
      {"entry_empty", new_row(Family::kEntries, entry_key({7}), ""), kAltered, "entries",
       "entry.size", 7},
      {"entry_dropped_at_end", no_row(Family::kEntries, entry_key({last})), kRolledBack,
       "checkpoint", "ledger.rolled_back"},
      {"entry_dropped_in_middle", no_row(Family::kEntries, entry_key({7})), kIncomplete, "entries",
       "entries.gap", 7},
      {"entry_dropped_at_start", no_row(Family::kEntries, entry_key({0})), kIncomplete, "entries",
       "entries.gap", 0},
      {"entries_swapped",
       [](Damaged& copy) { copy.swap(Family::kEntries, entry_key({4}), entry_key({5})); }, kAltered,
       "tree", "store.row_differs", 4},
      {"entry_twice",
       [](Damaged& copy) {
         copy.put(Family::kEntries, entry_key({kSize}), copy.get(Family::kEntries, entry_key({7})));
       },
       kAltered, "entries", "stream.version", kSize},
      {"entry_without_place", new_row(Family::kEntries, "x", "y"), kAltered, "store",
       "store.unreadable"},
  };
}

std::vector<Damage> damages_of_indices() {
  const auto stream = stream_key(cell(1, 10), 1);
  const auto command = command_key({1}, {1, 3});
  return {
      {"stream_changed", flip_row(Family::kStreams, stream, 7), kAltered, "streams",
       "store.row_differs"},
      {"stream_missing", no_row(Family::kStreams, stream), kIncomplete, "streams",
       "store.rows_missing"},
      {"stream_extra", new_row(Family::kStreams, stream_key(cell(1, 10), 2), position_value({7})),
       kAltered, "streams", "store.row_differs"},
      {"command_changed", flip_row(Family::kCommands, command, 9), kAltered, "commands",
       "store.row_differs"},
      {"command_missing", no_row(Family::kCommands, command), kIncomplete, "commands",
       "store.rows_missing"},
      {"command_extra",
       new_row(Family::kCommands, command_key({1}, {9, 9}), command_value({{4}, 1})), kAltered,
       "commands", "store.row_differs"},
      {"tree_leaf_changed", flip_row(Family::kTree, tree_key(0, 7), 3), kAltered, "tree",
       "store.row_differs", 7},
      {"tree_leaf_missing", no_row(Family::kTree, tree_key(0, 7)), kIncomplete, "tree",
       "store.rows_missing"},
      {"tree_node_changed", flip_row(Family::kTree, tree_key(1, 0), 3), kAltered, "tree",
       "store.row_differs"},
      {"tree_node_missing", no_row(Family::kTree, tree_key(1, 0)), kIncomplete, "tree",
       "store.rows_missing"},
      {"tree_extra", new_row(Family::kTree, tree_key(0, kSize), std::string(32, 'x')), kAltered,
       "tree", "store.row_differs"},
      {"tree_extra_level", new_row(Family::kTree, tree_key(2, 0), std::string(32, 'x')), kAltered,
       "tree", "store.row_differs"},
      {"key_changed", flip_row(Family::kKeys, key_row_key({1}), 6), kAltered, "keys",
       "store.row_differs"},
      {"key_raised", flip_row(Family::kKeys, key_row_key({3}), 48), kAltered, "keys",
       "store.row_differs"},
      {"key_missing", no_row(Family::kKeys, key_row_key({3})), kIncomplete, "keys",
       "store.rows_missing"},
      {"key_extra", new_row(Family::kKeys, key_row_key({4}), "x"), kAltered, "keys",
       "store.row_differs"},
      {"default_extra", new_row(Family::kDefault, "x", "y"), kAltered, "default",
       "store.row_differs"},
  };
}

std::vector<Damage> damages_of_views() {
  const auto row = view_key(kLatest, latest_key(cell(1, 10)));
  const auto head = view_key(kTally, "");
  return {
      {"view_changed", flip_row(Family::kViews, row, 0), kAltered, "view latest", "view.differs"},
      {"view_missing", no_row(Family::kViews, row), kAltered, "view latest", "view.differs"},
      {"view_extra", new_row(Family::kViews, view_key(kLatest, "\xff\xff"), "x"), kAltered,
       "view latest", "view.differs"},
      {"view_unknown", new_row(Family::kViews, view_key({8}, "x"), "x"), kAltered, "views",
       "view.unknown"},
      {"view_unknown_at_end", new_row(Family::kViews, view_key({255}, "x"), "x"), kAltered, "views",
       "view.unknown"},
      {"view_without_key", new_row(Family::kViews, "", "x"), kAltered, "views", "view.unknown"},
      {"head_changed", flip_row(Family::kHeads, head, 7), kAltered, "view tally", "view.differs"},
      {"head_root_changed", flip_row(Family::kHeads, head, 20), kAltered, "view tally",
       "view.differs"},
      {"head_missing", no_row(Family::kHeads, head), kAltered, "view tally", "view.differs"},
      {"head_unknown", new_row(Family::kHeads, view_key({8}, ""), std::string(40, '\0')), kAltered,
       "heads", "view.unknown"},
      {"head_without_key", new_row(Family::kHeads, "", "x"), kAltered, "heads", "view.unknown"},
  };
}

std::vector<Damage> damages_of_the_vault() {
  const auto with_text = [](std::function<void(Damaged&, const std::string&)> act) {
    return [=](Damaged& copy) { act(copy, vault_key({10}, events::commit(original().kept))); };
  };
  return {
      {"text_changed", with_text([](auto& copy, auto& key) { copy.flip(Family::kVault, key, 30); }),
       kAltered, "vault", "vault.text_altered"},
      {"text_missing", with_text([](auto& copy, auto& key) { copy.remove(Family::kVault, key); }),
       kIncomplete, "vault", "vault.text_missing"},
      {"text_emptied", with_text([](auto& copy, auto& key) { copy.put(Family::kVault, key, ""); }),
       kAltered, "vault", "vault.text_altered"},
      {"text_extra",
       new_row(Family::kVault, vault_key({10}, events::commit(text_about(10, "x"))), "x"), kAltered,
       "vault", "vault.text_altered"},
      {"text_under_another_person", with_text([](auto& copy, auto& key) {
         const auto other = vault_key({12}, events::commit(original().kept));
         copy.put(Family::kVault, other, copy.get(Family::kVault, key));
       }),
       kAltered, "vault", "vault.text_altered"},
      {"text_passed_off_as_erased",
       [](Damaged& copy) {
         const auto text = events::commit(original().kept);
         copy.put(Family::kVault, vault_key({11}, text), "whatever");  // whose key is destroyed
         copy.remove(Family::kVault, vault_key({10}, text));
       },
       kAltered, "vault", "vault.text_altered"},
      {"text_without_place", new_row(Family::kVault, "x", "y"), kAltered, "vault", "vault.row"},
      {"vault_keys_byte", [](Damaged& copy) { copy.flip("vault.keys", 90); }, kAltered,
       "vault.keys", "vault.keys_altered"},
      {"vault_keys_header", [](Damaged& copy) { copy.flip("vault.keys", 3); }, kAltered,
       "vault.keys", "vault.keys_altered"},
      {"vault_keys_missing", [](Damaged& copy) { fs::remove(copy.directory() / "vault.keys"); },
       kIncomplete, "vault.keys", "vault.keys_missing"},
      {"vault_record_cut",
       [](Damaged& copy) {
         const auto keys = read_bytes(copy.directory() / "vault.keys");
         write_bytes(copy.directory() / "vault.keys", keys.substr(0, keys.size() - 77));
       },
       kIncomplete, "vault", "vault.not_recorded"},
      {"vault_secret_digit",
       [](Damaged& copy) {
         auto secret = read_bytes(copy.directory() / "vault.secret");
         secret[5] = secret[5] == '0' ? '1' : '0';
         write_bytes(copy.directory() / "vault.secret", secret);
       },
       kAltered, "vault.keys", "vault.keys_altered"},
      {"vault_secret_end", [](Damaged& copy) { copy.flip("vault.secret", 64); }, kAltered,
       "vault.keys", "vault.secret_malformed"},
      {"vault_secret_missing", [](Damaged& copy) { fs::remove(copy.directory() / "vault.secret"); },
       kIncomplete, "vault.keys", "vault.secret_missing"},
  };
}

std::vector<Damage> damages_of_the_checkpoint() {
  const auto forge = [](const char* key, std::uint64_t size, const char* root) {
    return [=](Damaged& copy) {
      write_bytes(
          copy.directory() / "checkpoint",
          signing::sign_checkpoint({TinySchool::kOrigin, size, signing::sha256(bytes_of(root))},
                                   trial_key(key)));
    };
  };
  return {
      {"checkpoint_origin", [](Damaged& copy) { copy.flip("checkpoint", 1); }, kAltered,
       "checkpoint", "ledger.checkpoint_altered"},
      {"checkpoint_signature",
       [](Damaged& copy) {
         copy.flip("checkpoint", read_bytes(copy.directory() / "checkpoint").size() - 9);
       },
       kAltered, "checkpoint", "ledger.checkpoint_altered"},
      {"checkpoint_missing", [](Damaged& copy) { fs::remove(copy.directory() / "checkpoint"); },
       kIncomplete, "checkpoint", "ledger.checkpoint_missing"},
      {"checkpoint_of_another_key", forge("thief", kSize, "x"), kAltered, "checkpoint",
       "ledger.checkpoint_altered"},
      {"checkpoint_of_another_branch", forge("log", kSize, "x"), kAltered, "checkpoint",
       "ledger.root_differs"},
      {"checkpoint_of_an_earlier_branch", forge("log", 7, "x"), kAltered, "checkpoint",
       "ledger.root_differs"},
      {"checkpoint_ahead", forge("log", kSize + 1, "x"), kRolledBack, "checkpoint",
       "ledger.rolled_back"},
      {"older_store",
       [](Damaged& copy) {
         auto files = original().older;
         files["checkpoint"] = read_bytes(copy.directory() / "checkpoint");
         copy.put_back(files);
       },
       kRolledBack, "checkpoint", "ledger.rolled_back"},
      {"store_missing", [](Damaged& copy) { fs::remove_all(copy.directory() / "store"); }, kAltered,
       "store", "store.unreadable"},
  };
}

class EachDamage : public ::testing::TestWithParam<Damage> {};

TEST_P(EachDamage, IsFoundWhereItIs) {
  RecordProperty("requirement", "ARC-02");
  const Damage& damage = GetParam();
  Damaged copy;
  damage.act(copy);
  const auto verdict = copy.verify();
  EXPECT_FALSE(verdict.intact());
  bool found = false;
  for (const auto& one : verdict.findings) {
    const bool here = !damage.position || one.position == events::Position{*damage.position};
    found = found || (one.fault == damage.fault && one.where == damage.where &&
                      one.what.code == damage.code && here);
  }
  EXPECT_TRUE(found) << told(verdict);
  EXPECT_LE(verdict.findings.size(), 10u + audit::kMaxFindingsAlike)
      << "one fault is not reported for each entry after it\n"
      << told(verdict);
}

std::string name_of_damage(const ::testing::TestParamInfo<Damage>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Entries, EachDamage, ::testing::ValuesIn(damages_of_entries()),
                         name_of_damage);
INSTANTIATE_TEST_SUITE_P(Indices, EachDamage, ::testing::ValuesIn(damages_of_indices()),
                         name_of_damage);
INSTANTIATE_TEST_SUITE_P(Views, EachDamage, ::testing::ValuesIn(damages_of_views()),
                         name_of_damage);
INSTANTIATE_TEST_SUITE_P(Vault, EachDamage, ::testing::ValuesIn(damages_of_the_vault()),
                         name_of_damage);
INSTANTIATE_TEST_SUITE_P(Checkpoint, EachDamage, ::testing::ValuesIn(damages_of_the_checkpoint()),
                         name_of_damage);

}  // namespace
}  // namespace letopis::ledger
