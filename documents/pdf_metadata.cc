#include "documents/pdf_metadata.h"

#include <fmt/format.h>

#include <cstdlib>

#include "documents/escaped.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

// "+03" and "00" of an offset, or nothing for UTC.
std::string offset(const Moment& moment, std::string_view between, std::string_view end) {
  if (moment.offset_minutes == 0) return "Z";
  const int minutes = std::abs(moment.offset_minutes);
  return fmt::format("{}{:02}{}{:02}{}", moment.offset_minutes < 0 ? '-' : '+', minutes / 60,
                     between, minutes % 60, end);
}

std::string xmp_date(const Moment& moment) {
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", moment.day.year, moment.day.month,
                     moment.day.day, moment.hour, moment.minute, moment.second,
                     offset(moment, ":", ""));
}

std::string author(const Document& document) {
  if (document.author.empty()) return "";
  return fmt::format("   <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n",
                     escaped(document.author));
}

}  // namespace

std::string pdf_date(const Moment& moment) {
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}{}", moment.day.year, moment.day.month,
                     moment.day.day, moment.hour, moment.minute, moment.second,
                     offset(moment, "'", "'"));
}

std::string xmp_packet(const Document& document) {
  const auto moment = parse_moment(document.made);
  INVARIANT(moment);
  return fmt::format(
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
      "   <pdfaid:part>1</pdfaid:part>\n"
      "   <pdfaid:conformance>B</pdfaid:conformance>\n"
      "  </rdf:Description>\n"
      "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
      "   <dc:format>application/pdf</dc:format>\n"
      "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{0}</rdf:li></rdf:Alt></dc:title>\n"
      "{1}"
      "  </rdf:Description>\n"
      "  <rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
      "   <xmp:CreatorTool>{2}</xmp:CreatorTool>\n"
      "   <xmp:CreateDate>{3}</xmp:CreateDate>\n"
      "   <xmp:ModifyDate>{3}</xmp:ModifyDate>\n"
      "  </rdf:Description>\n"
      "  <rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
      "   <pdf:Producer>{2}</pdf:Producer>\n"
      "  </rdf:Description>\n"
      " </rdf:RDF>\n"
      "</x:xmpmeta>\n"
      "<?xpacket end=\"r\"?>",
      escaped(document.title), author(document), kProducer, xmp_date(*moment));
}

}  // namespace letopis::documents
