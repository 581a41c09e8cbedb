#include "archive/entries_check.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>

#include "archive/entry_piece.h"
#include "archive/in_parallel.h"

namespace letopis::archive {
namespace {

using audit::Fault;

// Lets pieces through one after the other, in their order.
class Turns {
 public:
  template <class Work>
  void take(std::uint64_t number, Work work) {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return next_ == number; });
    const Pass pass{*this};
    work();
  }

 private:
  // The turn passes on also when the work fails.
  struct Pass {
    Turns& turns;
    ~Pass() {
      ++turns.next_;
      turns.moved_.notify_all();
    }
  };
  std::mutex mutex_;
  std::condition_variable moved_;
  std::uint64_t next_ = 0;
};

struct ToCheck {
  const ReadEntry* entry;
  signing::CheckedKey key;
};

class EntriesCheck {
 public:
  EntriesCheck(VolumeFolder& folder, const BagInfo& info, const EntriesSettings& settings,
               Chain& chain, audit::Findings& findings)
      : folder_(folder), info_(info), settings_(settings), chain_(chain), findings_(findings) {}

  void run(const Progress& progress) {
    const std::uint64_t pieces = pieces_of(info_);
    in_parallel(pieces, settings_.threads, [&](std::size_t number) {
      ReadPiece piece;
      std::exception_ptr failure;
      try {
        piece = read_piece(folder_, info_, number, settings_.contents, findings_);
      } catch (...) {
        failure = std::current_exception();
      }
      std::vector<ToCheck> signatures;
      turns_.take(number, [&] {
        if (failure) return;
        follow(piece, signatures);
        if (progress) progress(number + 1, pieces);
      });
      if (failure) std::rethrow_exception(failure);
      check(signatures);
    });
  }

  EntriesCount count() const {
    EntriesCount count = count_;
    count.signatures = signatures_;
    return count;
  }

 private:
  void follow(const ReadPiece& piece, std::vector<ToCheck>& signatures) {
    count_.renditions += piece.renditions;
    for (const auto& entry : piece.entries) {
      if (entry.position < info_.first) continue;
      ++count_.hashed;
      hash(entry);
      if (!settings_.contents) continue;
      const auto key = say(entry);
      if (key && entry.position.value >= settings_.signatures_from) {
        signatures.push_back({&entry, *key});
      }
    }
  }

  void hash(const ReadEntry& entry) {
    if (entry.position.value == 0) chain_.genesis = entry.leaf;
    completed_.clear();
    chain_.fold.hash(entry.leaf, completed_);
    for (const auto& one : completed_) {
      if (one.tile_level > 0) chain_.upper[one.tile_level].push_back(one.hash);
    }
  }

  std::optional<signing::CheckedKey> say(const ReadEntry& entry) {
    if (entry.event) {
      chain_.facts.take(entry.position, entry.parts->recorded, *entry.event);
      return chain_.fold.take(*entry.parts, *entry.event);
    }
    if (entry.envelope) {
      return chain_.fold.take_unknown(*entry.parts, *entry.envelope, *entry.refusal);
    }
    chain_.fold.lose(*entry.refusal);
    chain_.broken = true;
    return std::nullopt;
  }

  void check(const std::vector<ToCheck>& signatures) {
    for (const auto& one : signatures) {
      const auto& parts = *one.entry->parts;
      ++signatures_;
      if (events::verify_event(parts.event, one.key, parts.signature)) continue;
      findings_.add(Fault::kAltered, "entries",
                    {"signature.invalid",
                     {"подпись автора не подходит к записи",
                      "the author's signature does not fit the entry"}},
                    one.entry->position);
    }
  }

  VolumeFolder& folder_;
  const BagInfo& info_;
  const EntriesSettings& settings_;
  Chain& chain_;
  audit::Findings& findings_;
  Turns turns_;
  EntriesCount count_;  // of the one whose turn it is
  std::vector<signing::TileHash> completed_;
  std::atomic<std::uint64_t> signatures_{0};
};

}  // namespace

EntriesCount check_entries(VolumeFolder& folder, const BagInfo& info,
                           const EntriesSettings& settings, Chain& chain, audit::Findings& findings,
                           const Progress& progress) {
  EntriesCheck check(folder, info, settings, chain, findings);
  check.run(progress);
  return check.count();
}

LoneTree check_entries_alone(VolumeFolder& folder, const BagInfo& info, const Joint& joint,
                             audit::Findings& findings, const Progress& progress) {
  LoneTree tree{joint.edge, {}, {}};
  Turns turns;
  const std::uint64_t pieces = pieces_of(info);
  in_parallel(pieces, all_cores(), [&](std::size_t number) {
    ReadPiece piece;
    std::exception_ptr failure;
    try {
      piece = read_piece(folder, info, number, true, findings);
    } catch (...) {
      failure = std::current_exception();
    }
    turns.take(number, [&] {
      tree.count.renditions += piece.renditions;
      for (const auto& entry : piece.entries) {
        if (tree.edge.size() == joint.old_size) tree.old_root = tree.edge.root();
        tree.edge.append(entry.leaf);
        ++tree.count.hashed;
      }
      if (progress) progress(number + 1, pieces);
    });
    if (failure) std::rethrow_exception(failure);
  });
  return tree;
}

}  // namespace letopis::archive
