// All coded words of facts.
#pragma once

#include "events/words_control.h"
#include "events/words_journal.h"
#include "events/words_people.h"
