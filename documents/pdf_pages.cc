#include "documents/pdf_pages.h"

#include <cairo-pdf.h>

#include <new>

#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void expect_done(cairo_status_t status) {
  if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
  INVARIANT(status == CAIRO_STATUS_SUCCESS);
}

}  // namespace

void PdfPages::Destroy::operator()(cairo_surface_t* surface) const {
  cairo_surface_destroy(surface);
}
void PdfPages::Destroy::operator()(cairo_t* on) const { cairo_destroy(on); }

PdfPages::PdfPages()
    : bytes_(std::make_unique<std::string>()),
      surface_(cairo_pdf_surface_create_for_stream(append, bytes_.get(), 1, 1)),
      on_(nullptr) {
  cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_4);
  on_.reset(cairo_create(surface_.get()));
}

void PdfPages::add(double width, double height, const std::function<void(cairo_t* on)>& draw) {
  cairo_pdf_surface_set_size(surface_.get(), width, height);
  cairo_save(on_.get());
  draw(on_.get());
  cairo_restore(on_.get());
  cairo_show_page(on_.get());
  expect_done(cairo_status(on_.get()));
}

std::string PdfPages::take() {
  on_.reset();
  cairo_surface_finish(surface_.get());
  expect_done(cairo_surface_status(surface_.get()));
  return std::move(*bytes_);
}

}  // namespace letopis::documents
