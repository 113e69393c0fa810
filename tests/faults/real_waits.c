/* For a process under libfaketime: the ends of waits on the clocks that those who wait really use. Preloaded before it.
 *
 * librdkafka waits with C11's threads: it reads the time with timespec_get, which libfaketime bends, and waits until then
 * in cnd_timedwait, which it does not: with the clock set an hour ahead, a second would take an hour. Swift's sleeps are
 * timers of CLOCK_BOOTTIME, which nobody can set; libfaketime moves their ends all the same.
 */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int timespec_get(struct timespec *time, int base) {
    return base == TIME_UTC && syscall(SYS_clock_gettime, CLOCK_REALTIME, time) == 0 ? base : 0;
}

int timerfd_settime(int timer, int flags, const struct itimerspec *new_value, struct itimerspec *old_value) {
    return (int)syscall(SYS_timerfd_settime, timer, flags, new_value, old_value);
}
