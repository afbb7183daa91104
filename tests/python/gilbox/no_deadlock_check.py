# differs: module gilbox is not there on CPython.
# options: --no-deadlock-check --schedule every:20
import gilbox

print(gilbox.is_gilbox, gilbox.schedule, gilbox.deadlock_check)
