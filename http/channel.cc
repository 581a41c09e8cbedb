#include "http/channel.h"

#include <utility>

#include "outcome/invariant.h"

namespace letopis::http {

Channel::Channel(std::size_t most_waiting) : most_waiting_(most_waiting) {}

bool Channel::push(std::string piece) {
  const std::lock_guard held(mutex_);
  if (end_ != End::kNone) return false;
  if (piece.size() > most_waiting_ - waiting_.size()) {
    end(End::kBroken);
    return false;
  }
  add(std::move(piece));
  return true;
}

bool Channel::push_in_turn(std::string piece) {
  INVARIANT(piece.size() <= most_waiting_);
  std::unique_lock held(mutex_);
  room_.wait(held,
             [&] { return end_ != End::kNone || piece.size() <= most_waiting_ - waiting_.size(); });
  if (end_ != End::kNone) return false;
  add(std::move(piece));
  return true;
}

void Channel::close() {
  const std::lock_guard held(mutex_);
  end(End::kWell);
}

void Channel::break_off() {
  const std::lock_guard held(mutex_);
  end(End::kBroken);
}

bool Channel::closed() const {
  const std::lock_guard held(mutex_);
  return end_ != End::kNone;
}

Channel::Taken Channel::take() {
  const std::lock_guard held(mutex_);
  room_.notify_all();
  return {std::exchange(waiting_, {}), end_};
}

void Channel::attend(std::function<void()> wake) {
  const std::lock_guard held(mutex_);
  wake_ = std::move(wake);
}

void Channel::leave() {
  const std::lock_guard held(mutex_);
  wake_ = nullptr;
  waiting_ = {};
  end(End::kBroken);
}

void Channel::add(std::string piece) {
  if (waiting_.empty()) {
    waiting_ = std::move(piece);
  } else {
    waiting_ += piece;
  }
  tell();
}

void Channel::end(End how) {
  if (end_ != End::kNone) return;
  end_ = how;
  if (how == End::kBroken) waiting_ = {};
  room_.notify_all();
  tell();
}

void Channel::tell() {
  if (wake_) wake_();
}

}  // namespace letopis::http
