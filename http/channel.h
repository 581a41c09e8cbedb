// The rest of an answer whose head has gone: pieces from any thread, in order, to one client.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>

namespace letopis::http {

// It outlives the connection for whoever keeps it: then it is closed. Any thread.
class Channel {
 public:
  // At most `most_waiting` bytes wait for the client.
  explicit Channel(std::size_t most_waiting);
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  // False once it is closed, or the client takes so slowly that too much would wait: then it is
  // broken off. Never blocks.
  bool push(std::string piece);
  // Waits until there is room, for as long as the client takes anything: for a download that is
  // made piece by piece. A piece is never larger than `most_waiting`.
  bool push_in_turn(std::string piece);

  // All was said: what waits is still sent, then the answer ends well.
  void close();
  // The answer cannot be finished: the client sees that its end is missing.
  void break_off();
  // By either side, or because the client has gone.
  bool closed() const;

  // The connection's side.
  enum class End { kNone, kWell, kBroken };
  struct Taken {
    std::string pieces;  // all that waited, as one
    End end = End::kNone;
  };
  Taken take();
  // `wake` is called, under a lock, whenever there is something to take; it must not call back.
  // Nothing is called any more when `leave` has returned; the channel is then closed.
  void attend(std::function<void()> wake);
  void leave();

 private:
  void add(std::string piece);
  void end(End how);
  void tell();

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable room_;
  std::string waiting_;
  std::function<void()> wake_;
  End end_ = End::kNone;
};

}  // namespace letopis::http
