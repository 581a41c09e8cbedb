#include "documents/pdf_archival.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

#include "documents/colour_profile.h"
#include "documents/pdf_metadata.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

QPDFObjectHandle name(const char* of) { return QPDFObjectHandle::newName(of); }

QPDFObjectHandle text(const std::string& of) { return QPDFObjectHandle::newUnicodeString(of); }

// How many glyphs a CID font has, by its widths: [first [width …] …].
std::size_t glyphs_of(QPDFObjectHandle font) {
  std::size_t glyphs = 1;
  QPDFObjectHandle widths = font.getKey("/W");
  for (int at = 0; at + 1 < widths.getArrayNItems(); at += 2) {
    const auto first = static_cast<std::size_t>(widths.getArrayItem(at).getIntValue());
    const auto count = static_cast<std::size_t>(widths.getArrayItem(at + 1).getArrayNItems());
    glyphs = std::max(glyphs, first + count);
  }
  return glyphs;
}

// A bit for each glyph that is embedded: all of them, from the first bit on.
std::string all_glyphs(std::size_t glyphs) {
  std::string bits((glyphs + 7) / 8, '\xFF');
  if (glyphs % 8 != 0) bits.back() = static_cast<char>(0xFF00U >> (glyphs % 8));
  return bits;
}

class Archiving {
 public:
  Archiving(const std::string& drawn, const Document& document) : document_(document) {
    pdf_.setSuppressWarnings(true);
    pdf_.processMemoryFile("drawn", drawn.data(), drawn.size());
  }

  std::string write() {
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
      page.getObjectHandle().removeKey("/Group");  // it could be transparent
    }
    for (QPDFObjectHandle object : pdf_.getAllObjects()) complete_font(object);
    add_information();
    add_to_catalogue();
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(true);
    writer.setDeterministicID(true);
    writer.forcePDFVersion("1.4");
    writer.write();
    const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(written->getBuffer()), written->getSize()};
  }

 private:
  QPDFObjectHandle stream(const std::string& bytes) {
    return pdf_.makeIndirectObject(QPDFObjectHandle::newStream(&pdf_, bytes));
  }

  // Glyphs are numbered as their subset holds them, all of which is used.
  void complete_font(QPDFObjectHandle font) {
    if (!font.isDictionaryOfType("/Font", "/CIDFontType2")) return;
    font.replaceKey("/CIDToGIDMap", name("/Identity"));
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    descriptor.replaceKey("/CIDSet", stream(all_glyphs(glyphs_of(font))));
  }

  void add_information() {
    const auto moment = parse_moment(document_.made);
    INVARIANT(moment);
    const auto date = QPDFObjectHandle::newString(pdf_date(*moment));
    QPDFObjectHandle information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Title", text(document_.title));
    if (!document_.author.empty()) information.replaceKey("/Author", text(document_.author));
    information.replaceKey("/Creator", text(kProducer));
    information.replaceKey("/Producer", text(kProducer));
    information.replaceKey("/CreationDate", date);
    information.replaceKey("/ModDate", date);
    pdf_.getTrailer().replaceKey("/Info", pdf_.makeIndirectObject(information));
  }

  void add_to_catalogue() {
    QPDFObjectHandle root = pdf_.getRoot();
    QPDFObjectHandle metadata = stream(xmp_packet(document_));
    metadata.getDict().replaceKey("/Type", name("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", name("/XML"));
    root.replaceKey("/Metadata", metadata);

    QPDFObjectHandle profile = stream(srgb_profile());
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    QPDFObjectHandle intent = QPDFObjectHandle::newDictionary();
    intent.replaceKey("/Type", name("/OutputIntent"));
    intent.replaceKey("/S", name("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString("sRGB"));
    intent.replaceKey("/Info", QPDFObjectHandle::newString("sRGB IEC61966-2-1"));
    intent.replaceKey("/DestOutputProfile", profile);
    root.replaceKey("/OutputIntents", QPDFObjectHandle::newArray({intent}));

    const bool russian = document_.language == Language::kRussian;
    root.replaceKey("/Lang", QPDFObjectHandle::newString(russian ? "ru-RU" : "en"));
    QPDFObjectHandle shown = QPDFObjectHandle::newDictionary();
    shown.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", shown);
  }

  const Document& document_;
  QPDF pdf_;
};

}  // namespace

std::string archival(const std::string& drawn, const Document& document) {
  return Archiving(drawn, document).write();
}

}  // namespace letopis::documents
