#include "documents/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <array>
#include <filesystem>

namespace letopis::documents {
namespace {

constexpr std::array kFiles = {"PTS55F.ttf", "PTS75F.ttf", "PTN57F.ttf",
                               "PTN77F.ttf", "PTF55F.ttf", "PTF75F.ttf"};

Refusal missing(const std::string& file) {
  return {"document.fonts",
          {"нет шрифта " + file, "there is no font " + file},
          {},
          {"установите пакет fonts-paratype", "install the package fonts-paratype"}};
}

struct ConfigDestroy {
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};

// What a printer would round for pixels stays as the fonts have it.
void set_unhinted(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  // Otherwise the locale of the process would choose among a font's forms of a letter.
  pango_context_set_language(context, pango_language_from_string("ru"));
  pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

}  // namespace

void Fonts::Unref::operator()(PangoContext* context) const { g_object_unref(context); }

// Left to itself a map keeps its configuration for ever.
void Fonts::Unref::operator()(PangoFontMap* map) const {
  pango_fc_font_map_shutdown(PANGO_FC_FONT_MAP(map));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), nullptr);
  g_object_unref(map);
}

Result<Fonts> Fonts::open(const std::string& folder) {
  const std::unique_ptr<FcConfig, ConfigDestroy> config(FcConfigCreate());
  for (const char* name : kFiles) {
    const std::string file = (std::filesystem::path(folder) / name).string();
    const auto* path = reinterpret_cast<const FcChar8*>(file.c_str());
    if (FcConfigAppFontAddFile(config.get(), path) == FcFalse) return missing(file);
  }
  Fonts fonts;
  fonts.map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts.map_.get()), config.get());
  pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts.map_.get()), 72);
  fonts.context_.reset(pango_font_map_create_context(fonts.map_.get()));
  set_unhinted(fonts.context_.get());
  return fonts;
}

}  // namespace letopis::documents
