// Lengths on paper. Inside the renderer of pages all are points, 1/72 of an inch.
#pragma once

namespace letopis::documents {

constexpr double points(double mm) { return mm * 72 / 25.4; }

}  // namespace letopis::documents
