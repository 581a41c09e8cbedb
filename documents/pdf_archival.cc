#include "documents/pdf_archival.h"

#include <fmt/format.h>

#include <algorithm>

#include "documents/colour_profile.h"
#include "documents/pdf_metadata.h"
#include "documents/pdf_objects.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

// How many glyphs a CID font has, by its widths: [first [width …] …].
std::size_t glyphs_of(const PdfObjects& pdf, qpdf_oh font) {
  std::size_t glyphs = 1;
  const qpdf_oh widths = pdf.value(font, "/W");
  for (std::size_t at = 0; at + 1 < pdf.length(widths); at += 2) {
    const std::size_t first = pdf.number(pdf.item(widths, at));
    glyphs = std::max(glyphs, first + pdf.length(pdf.item(widths, at + 1)));
  }
  return glyphs;
}

// A bit for each glyph that is embedded: all of them, from the first bit on.
std::string all_glyphs(std::size_t glyphs) {
  std::string bits((glyphs + 7) / 8, '\xFF');
  if (glyphs % 8 != 0) bits.back() = static_cast<char>(0xFF00U >> (glyphs % 8));
  return bits;
}

// It could be transparent.
void remove_groups(PdfObjects& pdf) {
  for (std::size_t page = 0; page < pdf.page_count(); ++page) {
    pdf.remove(pdf.page(page), "/Group");
  }
}

// Glyphs are numbered as their subset holds them, all of which is used.
void complete_fonts(PdfObjects& pdf) {
  const int end = pdf.object_count();
  for (int number = 1; number < end; ++number) {
    const qpdf_oh font = pdf.object(number);
    if (!pdf.is_dictionary_of(font, "/Font", "/CIDFontType2")) continue;
    pdf.set(font, "/CIDToGIDMap", pdf.parsed("/Identity"));
    pdf.set(pdf.value(font, "/FontDescriptor"), "/CIDSet",
            pdf.stream(all_glyphs(glyphs_of(pdf, font))));
  }
}

void add_information(PdfObjects& pdf, const Document& document) {
  const auto moment = parse_moment(document.made);
  INVARIANT(moment);
  const std::string date = pdf_date(*moment);
  const qpdf_oh information = pdf.parsed("<< >>");
  pdf.set(information, "/Title", pdf.text(document.title));
  if (!document.author.empty()) pdf.set(information, "/Author", pdf.text(document.author));
  pdf.set(information, "/Creator", pdf.text(kProducer));
  pdf.set(information, "/Producer", pdf.text(kProducer));
  pdf.set(information, "/CreationDate", pdf.text(date));
  pdf.set(information, "/ModDate", pdf.text(date));
  pdf.set(pdf.trailer(), "/Info", pdf.shared(information));
}

void add_to_catalogue(PdfObjects& pdf, const Document& document) {
  const qpdf_oh root = pdf.root();
  const qpdf_oh metadata = pdf.stream(xmp_packet(document));
  pdf.set(pdf.dictionary(metadata), "/Type", pdf.parsed("/Metadata"));
  pdf.set(pdf.dictionary(metadata), "/Subtype", pdf.parsed("/XML"));
  pdf.set(root, "/Metadata", metadata);

  const qpdf_oh profile = pdf.stream(srgb_profile());
  pdf.set(pdf.dictionary(profile), "/N", pdf.parsed("3"));
  const qpdf_oh intent = pdf.parsed(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
      "/Info (sRGB IEC61966-2-1) >>");
  pdf.set(intent, "/DestOutputProfile", profile);
  const qpdf_oh intents = pdf.parsed("[ null ]");
  pdf.set_item(intents, 0, intent);
  pdf.set(root, "/OutputIntents", intents);
  const bool russian = document.language == Language::kRussian;
  pdf.set(root, "/Lang", pdf.text(russian ? "ru-RU" : "en"));
  pdf.set(root, "/ViewerPreferences", pdf.parsed("<< /DisplayDocTitle true >>"));
}

}  // namespace

std::string archival(const std::string& drawn, const Document& document) {
  PdfObjects pdf(drawn);
  remove_groups(pdf);
  complete_fonts(pdf);
  add_information(pdf, document);
  add_to_catalogue(pdf, document);
  return pdf.written();
}

}  // namespace letopis::documents
