// ThreadBell: the park word of the calling thread as a sync::Bell, so that a Parker sleeps where
// other processes, signals and kills can wake it.
//
//   parker.attach(ThreadBell::mine());   once, by the thread itself, before its first park
//
// Threads: mine() by the thread itself; rings() and ring() by anyone; wait() by the owner.
#pragma once

#include <cstdint>

#include "sync/parker.hpp"

namespace gilbox::machine {

class ThreadBell final : public sync::Bell {
 public:
  // Lives as long as the thread.
  static ThreadBell& mine();

  std::uint32_t rings() const override;
  void ring() override;
  sync::WaitResult wait(std::uint32_t seen, sync::Nanoseconds deadline) override;

 private:
  ThreadBell();
  std::int32_t slot_;
};

}  // namespace gilbox::machine
