# Names, enums and words of signals.
import signal

print(signal.SIGINT, repr(signal.SIGINT), int(signal.SIGTERM), signal.Signals(15), repr(signal.Signals['SIGHUP']), signal.SIGKILL == 9)
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), signal.Handlers(1), isinstance(signal.SIGINT, int), signal.NSIG)
print([(s.name, s.value) for s in signal.Signals if s < 20 and s.name not in ('SIGSTKFLT', 'SIGIOT')])
print(signal.strsignal(signal.SIGINT), signal.strsignal(15), signal.strsignal(signal.SIGALRM), signal.strsignal(9))
print(signal.SIGINT in signal.valid_signals(), len(signal.valid_signals()) > 30)
try:
    signal.Signals(999)
except ValueError as e:
    print(e)
print(signal.SIGALRM.name, f'{signal.SIGALRM}', signal.SIGUSR1 < signal.SIGUSR2, sorted([signal.SIGTERM, signal.SIGHUP]))
