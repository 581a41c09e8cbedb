// How the log hears in August of those who are taught apart: forms of study by order, groups, loads
// and plans. Each does nothing in a school that has none.
#pragma once

#include "trial/founding.h"

namespace letopis::trial {

void register_apart_subjects(Life& life, std::vector<events::Fact>& list);
// The deputy, by order.
void set_study_forms(Sitting& deputy);
void form_apart_groups(Sitting& administrator);
void assign_apart_loads(Sitting& deputy);
// By those who teach them, from that moment on.
void adopt_apart_plans(Life& life, events::Instant start);

}  // namespace letopis::trial
