#include "documents/pdf_objects.h"

#include "outcome/invariant.h"

namespace letopis::documents {

void PdfObjects::Cleanup::operator()(_qpdf_data* data) const { qpdf_cleanup(&data); }

PdfObjects::PdfObjects(const std::string& pdf) : data_(qpdf_init()) {
  qpdf_silence_errors(data_.get());
  qpdf_set_suppress_warnings(data_.get(), QPDF_TRUE);
  const auto code = qpdf_read_memory(data_.get(), "drawn", pdf.data(), pdf.size(), nullptr);
  INVARIANT(code == QPDF_SUCCESS);
}

void PdfObjects::expect_no_error() const { INVARIANT(qpdf_has_error(data_.get()) == QPDF_FALSE); }

qpdf_oh PdfObjects::root() const { return qpdf_get_root(data_.get()); }
qpdf_oh PdfObjects::trailer() const { return qpdf_get_trailer(data_.get()); }

std::size_t PdfObjects::page_count() const {
  const int count = qpdf_get_num_pages(data_.get());
  INVARIANT(count >= 0);
  return static_cast<std::size_t>(count);
}

qpdf_oh PdfObjects::page(std::size_t number) const { return qpdf_get_page_n(data_.get(), number); }

int PdfObjects::object_count() const {
  return qpdf_oh_get_int_value_as_int(data_.get(), value(trailer(), "/Size"));
}

qpdf_oh PdfObjects::object(int number) const {
  return qpdf_get_object_by_id(data_.get(), number, 0);
}

bool PdfObjects::is_dictionary_of(qpdf_oh object, const char* type, const char* subtype) const {
  return qpdf_oh_is_dictionary_of_type(data_.get(), object, type, subtype) != QPDF_FALSE;
}

qpdf_oh PdfObjects::value(qpdf_oh dictionary, const char* key) const {
  return qpdf_oh_get_key(data_.get(), dictionary, key);
}

void PdfObjects::set(qpdf_oh dictionary, const char* key, qpdf_oh value) {
  qpdf_oh_replace_key(data_.get(), dictionary, key, value);
}

void PdfObjects::remove(qpdf_oh dictionary, const char* key) {
  qpdf_oh_remove_key(data_.get(), dictionary, key);
}

std::size_t PdfObjects::length(qpdf_oh array) const {
  return static_cast<std::size_t>(qpdf_oh_get_array_n_items(data_.get(), array));
}

qpdf_oh PdfObjects::item(qpdf_oh array, std::size_t number) const {
  return qpdf_oh_get_array_item(data_.get(), array, static_cast<int>(number));
}

void PdfObjects::set_item(qpdf_oh array, std::size_t number, qpdf_oh value) {
  qpdf_oh_set_array_item(data_.get(), array, static_cast<int>(number), value);
}

std::size_t PdfObjects::number(qpdf_oh integer) const {
  return qpdf_oh_get_uint_value_as_uint(data_.get(), integer);
}

qpdf_oh PdfObjects::parsed(const std::string& text) {
  const qpdf_oh object = qpdf_oh_parse(data_.get(), text.c_str());
  expect_no_error();
  return object;
}

qpdf_oh PdfObjects::text(const std::string& text) {
  return qpdf_oh_new_unicode_string(data_.get(), text.c_str());
}

qpdf_oh PdfObjects::stream(const std::string& bytes) {
  const qpdf_oh stream = qpdf_oh_new_stream(data_.get());
  const qpdf_oh null = qpdf_oh_new_null(data_.get());
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  qpdf_oh_replace_stream_data(data_.get(), stream, data, bytes.size(), null, null);
  return stream;
}

qpdf_oh PdfObjects::dictionary(qpdf_oh stream) const {
  return qpdf_oh_get_dict(data_.get(), stream);
}

qpdf_oh PdfObjects::shared(qpdf_oh value) { return qpdf_make_indirect_object(data_.get(), value); }

std::string PdfObjects::written() {
  qpdf_data data = data_.get();
  INVARIANT(qpdf_init_write_memory(data) == QPDF_SUCCESS);
  qpdf_set_object_stream_mode(data, qpdf_o_disable);
  qpdf_set_decode_level(data, qpdf_dl_none);
  qpdf_set_newline_before_endstream(data, QPDF_TRUE);
  qpdf_set_deterministic_ID(data, QPDF_TRUE);
  qpdf_force_pdf_version(data, "1.4");
  INVARIANT(qpdf_write(data) == QPDF_SUCCESS);
  expect_no_error();
  const unsigned char* bytes = qpdf_get_buffer(data);
  return {reinterpret_cast<const char*>(bytes), qpdf_get_buffer_length(data)};
}

}  // namespace letopis::documents
