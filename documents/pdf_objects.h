// The objects of a PDF file, to be looked at and changed. Wraps the C interface of qpdf, whose C++
// headers not every compiler of this project reads.
#pragma once

#include <qpdf/qpdf-c.h>

#include <memory>
#include <string>

namespace letopis::documents {

class PdfObjects {
 public:
  // Requires: a whole PDF, made by this program; it is borrowed.
  explicit PdfObjects(const std::string& pdf);

  qpdf_oh root() const;
  qpdf_oh trailer() const;
  std::size_t page_count() const;
  qpdf_oh page(std::size_t number) const;  // from 0
  int object_count() const;                // numbers end before it
  qpdf_oh object(int number) const;        // null where there is none

  bool is_dictionary_of(qpdf_oh object, const char* type, const char* subtype) const;
  qpdf_oh value(qpdf_oh dictionary, const char* key) const;
  void set(qpdf_oh dictionary, const char* key, qpdf_oh value);
  void remove(qpdf_oh dictionary, const char* key);
  std::size_t length(qpdf_oh array) const;
  qpdf_oh item(qpdf_oh array, std::size_t number) const;
  void set_item(qpdf_oh array, std::size_t number, qpdf_oh value);
  std::size_t number(qpdf_oh integer) const;

  // As a PDF writes it: "<< /Type /Font >>", "/Name", "[1 2]".
  qpdf_oh parsed(const std::string& text);
  qpdf_oh text(const std::string& text);
  qpdf_oh stream(const std::string& bytes);
  qpdf_oh dictionary(qpdf_oh stream) const;
  qpdf_oh shared(qpdf_oh value);  // as an object of its own

  // PDF 1.4, objects in the order of the pages, nothing packed anew, an identifier made of it all.
  std::string written();

 private:
  struct Cleanup {
    void operator()(_qpdf_data* data) const;
  };
  void expect_no_error() const;

  std::unique_ptr<_qpdf_data, Cleanup> data_;
};

}  // namespace letopis::documents
