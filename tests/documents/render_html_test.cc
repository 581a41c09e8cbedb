#include "documents/render_html.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "documents/html_style.h"
#include "documents/samples.h"

namespace letopis::documents {
namespace {

// The page as a tree; a page that is not well-formed is a failure.
pugi::xml_document parsed(const Document& document) {
  const auto html = render_html(document);
  EXPECT_TRUE(html);
  pugi::xml_document tree;
  const auto result = tree.load_string(html->c_str(), pugi::parse_full | pugi::parse_ws_pcdata);
  EXPECT_TRUE(result) << result.description() << " at " << result.offset;
  return tree;
}

TEST(Html, ATableSaysWhatItsHeadsAreAbout) {
  RecordProperty("requirement", "REP-11");
  const auto tree = parsed(small_document());
  const auto table = tree.select_node("//table").node();
  EXPECT_STREQ(table.child("caption").text().get(), "7 «А»");
  EXPECT_EQ(table.select_nodes("thead//th[@scope='col']").size(), 5U);
  EXPECT_EQ(table.select_nodes("tbody//th[@scope='row']").size(), 2U);
  EXPECT_STREQ(table.select_node("tbody//th[@scope='rowgroup']").node().text().get(),
               "Первая группа");
  EXPECT_STREQ(table.select_node("tfoot//th").node().attribute("colspan").value(), "2");
  EXPECT_STREQ(table.select_node("tfoot//td[last()]").node().text().get(), "64,0\u00A0%");
}

TEST(Html, SpansAndRotationAreThoseOfTheModel) {
  const auto tree = parsed(journal_spread(3, 12));
  EXPECT_EQ(tree.select_nodes("//th[@rowspan='2']").size(), 4U);
  EXPECT_STREQ(tree.select_node("//th[@scope='colgroup']").node().attribute("colspan").value(),
               "10");
  EXPECT_STREQ(tree.select_node("//span[@class='up']").node().text().get(), "1 четверть");
}

TEST(Html, NoTextBecomesMarkup) {
  Document document = small_document();
  const std::string hostile = "</td></style><script>alert('1')</script>\"&amp;\nдалее";
  document.title = hostile;
  document.sheets[0].name = hostile;
  document.sheets[0].heading.lines = {{hostile, hostile}};
  document.sheets[0].footer.line = "<b onclick=\"x\">";
  std::get<Table>(document.sheets[0].blocks[0]).groups[0].caption = hostile;
  const auto tree = parsed(document);
  EXPECT_TRUE(tree.select_nodes("//script").empty());
  EXPECT_TRUE(tree.select_nodes("//b").empty());
  EXPECT_EQ(tree.select_nodes("//style").size(), 1U);
  EXPECT_STREQ(tree.select_node("//section").node().attribute("aria-label").value(),
               "</td></style><script>alert('1')</script>\"&amp; далее")
      << "a parser reads a line break in an attribute as a space";
}

TEST(Html, ThePageStandsAloneUnderAStrictPolicy) {
  const auto tree = parsed(journal_spread(30, 40));
  EXPECT_TRUE(tree.select_nodes("//@style").empty());
  EXPECT_TRUE(tree.select_nodes("//link | //img | //script | //@src | //@href").empty());
  EXPECT_EQ(tree.select_node("//style").node().text().get(), html_style());
  EXPECT_EQ(html_style().find("url("), std::string_view::npos);
}

TEST(Html, AStruckMarkIsStruckForEverybody) {
  const auto tree = parsed(journal_spread(30, 40));
  const auto struck = tree.select_node("//td//s").node();
  EXPECT_STREQ(struck.child("small").text().get(), "2");
}

}  // namespace
}  // namespace letopis::documents
