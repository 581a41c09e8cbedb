// A document as one page of HTML that needs nothing beside it: to be shown, and printed by a
// browser.
#pragma once

#include <string>

#include "documents/document.h"

namespace letopis::documents {

// Refuses what check() refuses. Well-formed as XML as well. Every text is escaped; there is no
// script, no `style=` attribute and nothing from elsewhere, so a strict content security policy
// that allows the digest of the page's one <style> (html_style.h) is enough. Tables have a caption
// and `scope` on every head cell; colours never say anything alone: a struck value is <s>, a bold
// one <strong>. Codes of footers are left out: they are for paper.
Result<std::string> render_html(const Document& document);

}  // namespace letopis::documents
