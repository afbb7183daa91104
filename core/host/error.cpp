#include "host/error.hpp"

namespace gilbox::host {

std::string_view error_text(Error error) {
  switch (error) {
#define GILBOX_HOST_ERROR(name, number, text) \
  case Error::name: return text;
#include "host/errors.def"
#undef GILBOX_HOST_ERROR
  }
  return "Unknown error";
}

Error error_of_number(int number) {
  switch (number) {
#define GILBOX_HOST_ERROR(name, number, text) case number:
#include "host/errors.def"
#undef GILBOX_HOST_ERROR
    return static_cast<Error>(number);
    default: return Error::input_output;
  }
}

}  // namespace gilbox::host
