#include "projections/projections.h"

#include "projections/attendance.h"
#include "projections/changes.h"
#include "projections/diary.h"
#include "projections/directory.h"
#include "projections/duties.h"
#include "projections/journal.h"
#include "projections/talk.h"

namespace letopis::projections {

std::vector<events::Projection> all() {
  return {directory_projection(),  journal_projection(), diary_projection(), changes_projection(),
          attendance_projection(), duties_projection(),  talk_projection()};
}

}  // namespace letopis::projections
