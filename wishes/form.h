// What a wish looks like from outside: its name, what it is for, and its fields by name. A fact has
// all that itself; of any other value a specialisation of Form says it. To add a command is to
// write one and to name it in forms.h.
#pragma once

#include <string_view>
#include <type_traits>

namespace letopis::wishes {

// The same words in both languages, as literals.
struct Text {
  std::string_view ru;
  std::string_view en;
};

// A form has
//   static constexpr std::string_view kName = "record_lesson";
//   static constexpr Text kTells{…};                    // iff it is a verb
//   static void visit_fields(Self& self, Visit&& visit) // as facts have it
template <class Value>
struct Form;

template <class Value>
concept HasForm = requires {
  Form<std::remove_const_t<Value>>::kName;
};

template <class Value>
constexpr std::string_view name_of_form() {
  if constexpr (HasForm<Value>) {
    return Form<std::remove_const_t<Value>>::kName;
  } else {
    return std::remove_const_t<Value>::kName;
  }
}

template <class Value, class Visit>
void visit_form(Value& value, Visit&& visit) {
  if constexpr (HasForm<Value>) {
    Form<std::remove_const_t<Value>>::visit_fields(value, visit);
  } else {
    std::remove_const_t<Value>::visit_fields(value, visit);
  }
}

}  // namespace letopis::wishes
