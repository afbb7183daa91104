from concurrent.futures import ProcessPoolExecutor

WIDTH = 72
HEIGHT = 32
ROUNDS = 100_000
WORKERS = 4


def row(y):
    line = ""
    for x in range(WIDTH):
        c_real, c_imag = 3.0 * x / WIDTH - 2.2, 2.4 * y / HEIGHT - 1.2
        real = imag = 0.0
        for k in range(ROUNDS):
            real, imag = real * real - imag * imag + c_real, 2.0 * real * imag + c_imag
            if real * real + imag * imag > 4.0:
                break
        line += " .:-=+*%#@"[0 if k < 4 else min(k // 3, 9)]
    return line


def main():
    with ProcessPoolExecutor(WORKERS) as pool:
        print("\n".join(pool.map(row, range(HEIGHT))))


if __name__ == "__main__":
    main()
