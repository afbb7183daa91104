#include "host/error.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace gilbox::host;

TEST_CASE("an error shows the number and the words that Python's OSError shows") {
  CHECK(error_number(Error::not_found) == 2);
  CHECK(error_text(Error::not_found) == "No such file or directory");
  CHECK(error_text(Error::broken_pipe) == "Broken pipe");
}

TEST_CASE("a system's error number finds its error, an unknown one is an input/output error") {
  CHECK(error_of_number(error_number(Error::not_empty)) == Error::not_empty);
  CHECK(error_of_number(4242) == Error::input_output);
}
