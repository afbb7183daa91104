def tax(n): return n * 0.5
