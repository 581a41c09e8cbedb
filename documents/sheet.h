// What is printed as one piece: a heading, blocks, a place for signatures, a footer. As pages it
// may be several; in a workbook it is one tab.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "documents/cell.h"
#include "documents/table.h"

namespace letopis::documents {

struct LabelledLine {
  std::string label;
  std::string value;
  bool operator==(const LabelledLine&) const = default;
};

// "7 «А» · Алгебра", then lines as "Период: 1 четверть".
struct Heading {
  std::string title;
  std::vector<LabelledLine> lines = {};
  bool operator==(const Heading&) const = default;
};

// How large words are: those of a cover are for reading from afar.
enum class Scale : std::uint8_t { kText, kLarge, kTitle };

struct Paragraph {
  Text text;
  Scale scale = Scale::kText;
  Align align = Align::kLeft;
  double above_mm = 2;  // left free, but at the top of a page
  bool operator==(const Paragraph&) const = default;
};

struct List {
  std::vector<Text> items;
  bool numbered = false;
  bool operator==(const List&) const = default;
};

using Block = std::variant<Table, Paragraph, List>;

// Who signs. What is empty is a line for a person to write on.
struct Signature {
  std::string post;
  std::optional<std::string> full_name = {};
  std::optional<std::string> date = {};  // as it is to stand there
  bool operator==(const Signature&) const = default;
};

// Kept together on one page.
struct Signatures {
  std::vector<Signature> people;
  bool stamp = false;  // with a place for it, «М. П.»
  bool operator==(const Signatures&) const = default;
};

// On every page of the sheet: a line, and words for a machine as a QR code. Page numbers stand
// beside them if the set-up asks for them.
struct Footer {
  std::optional<std::string> line = {};
  std::optional<std::string> code = {};
  bool operator==(const Footer&) const = default;
};

enum class Paper : std::uint8_t { kA4, kA5 };
enum class Orientation : std::uint8_t { kPortrait, kLandscape };
// A right page has an odd number. What must begin on one side leaves an empty page before it.
enum class Begins : std::uint8_t { kNextPage, kRightPage, kLeftPage };
// A left and the right sheet after it are one opening of a book: their pages alternate.
enum class Spread : std::uint8_t { kNone, kLeft, kRight };

struct PageSetup {
  Paper paper = Paper::kA4;
  Orientation orientation = Orientation::kPortrait;
  bool mirrored = false;  // the wide margin is the inner one, for stitching
  bool numbered = true;   // "Страница 2 из 14", counted over the whole document
  Begins begins = Begins::kNextPage;
  Spread spread = Spread::kNone;
  bool operator==(const PageSetup&) const = default;
};

struct Sheet {
  std::string name;  // on a workbook's tab, shortened to what fits there
  Heading heading;
  std::vector<Block> blocks = {};
  Signatures signatures = {};
  Footer footer = {};
  PageSetup page = {};
  bool operator==(const Sheet&) const = default;
};

inline constexpr std::size_t kMaxHeadingLines = 40;
inline constexpr std::size_t kMaxBlocks = 1'000;
inline constexpr double kMaxSpaceMm = 200;
inline constexpr std::size_t kMaxListItems = 2'000;
inline constexpr std::size_t kMaxSignatures = 60;
inline constexpr std::size_t kMaxCodeBytes = 400;
inline constexpr std::size_t kMaxLineBytes =
    400;  // of a footer's line and what stands by a signature

}  // namespace letopis::documents
