// Numbers to text and back, UTF-8, hashing.
#include <bit>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "base/double_text.hpp"
#include "base/hash.hpp"
#include "base/parse_double.hpp"
#include "base/utf8.hpp"
#include "figures.hpp"

using namespace gilbox;

namespace {

std::vector<double> random_doubles(std::size_t count) {
  std::mt19937_64 random(1);
  std::vector<double> values;
  while (values.size() < count) {
    const double value = std::bit_cast<double>(random());
    if (std::isfinite(value)) values.push_back(value);
  }
  return values;
}

}  // namespace

int main() {
  constexpr std::size_t kCount = 4096;
  const std::vector<double> values = random_doubles(kCount);
  std::vector<std::string> reprs;
  std::vector<std::string> shorts;
  for (std::size_t i = 0; i < kCount; ++i) {
    reprs.push_back(base::double_repr(values[i]));
    shorts.push_back(base::double_repr(static_cast<double>(i) / 100));
  }
  std::size_t at = 0;
  const auto next = [&] { return at++ % kCount; };

  char text[base::kDoubleReprBytes];
  bench::nanoseconds_each("repr of a random double", 500'000,
                          [&] { bench::keep(base::write_double_repr(values[next()], text)); });
  bench::nanoseconds_each("repr of a price", 500'000, [&] {
    bench::keep(base::write_double_repr(static_cast<double>(next()) / 100, text));
  });
  std::string out;
  bench::nanoseconds_each("%.2f of a price", 500'000, [&] {
    out.clear();
    base::append_double(out, static_cast<double>(next()) / 100,
                        {.form = base::DoubleForm::fixed, .precision = 2});
  });
  bench::nanoseconds_each("parse a random double, 17 digits", 500'000,
                          [&] { bench::keep(base::parse_double(reprs[next()])); });
  bench::nanoseconds_each("parse a price", 500'000,
                          [&] { bench::keep(base::parse_double(shorts[next()])); });

  std::string name = "a_name_of_20_letters";
  bench::keep(name);
  bench::nanoseconds_each("hash of a 20 byte name", 2'000'000,
                          [&] { bench::keep(base::hash_bytes(name)); });
  const std::string ascii(1 << 20, 'x');
  const double seconds = bench::median_seconds([&] { bench::keep(base::utf8_valid(ascii)); });
  bench::figure("UTF-8 check of ASCII", 1.048576 / seconds, "MB/s");
}
