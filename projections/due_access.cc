// What is owed to people: credentials to be issued, activated and issued again, consents before
// data enter, appointments by order (ACC-10, ACC-16, ACC-17).
#include <algorithm>
#include <map>
#include <set>

#include "projections/access_story.h"
#include "projections/due_school.h"
#include "regulations/role_list.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

using events::PersonNumber;
using events::Role;
using regulations::Duty;

bool is_family(Role role) { return role == Role::kPupil || role == Role::kParent; }

// Somebody who is to have access: as what, since when the school knows, and of which class.
struct Newcomer {
  PersonNumber person;
  Role role = Role::kTeacher;
  events::Instant entered;
  std::optional<events::ClassNumber> school_class;
};

class AccessDuties {
 public:
  explicit AccessDuties(DueSchool& school) : school_(school) {}

  void add() {
    for (const Newcomer& one : newcomers()) {
      add_credential(one);
      add_activation(one);
      add_reissue(one);
      add_consent(one);
    }
    add_appointments();
  }

 private:
  // Staff by the appointment they hold, pupils while they are in a class, parents while a child is.
  std::vector<Newcomer> newcomers() {
    std::vector<Newcomer> all;
    std::set<PersonNumber> known;
    add_staff(all, known);
    const events::Day today = school_.today();
    for (const ClassInfo& school_class : school_.classes(today)) {
      for (const PersonNumber pupil : school_.roll().on({school_class.number, {}, {}}, today)) {
        if (!known.insert(pupil).second) continue;
        all.push_back({pupil, Role::kPupil, registered(pupil), school_class.number});
        for (const auto& link : school_.directory().guardians_of(pupil)) {
          if (!known.insert(link.guardian).second) continue;
          all.push_back(
              {link.guardian, Role::kParent, registered(link.guardian), school_class.number});
        }
      }
    }
    return all;
  }

  void add_staff(std::vector<Newcomer>& all, std::set<PersonNumber>& known) {
    if (school_.query().school_class) return;
    for (const Role role : {Role::kDirector, Role::kDeputy, Role::kAdministrator, Role::kSecretary,
                            Role::kPsychologist, Role::kTeacher, Role::kControlMember,
                            Role::kHeadOfAssociation, Role::kSiteAdministrator}) {
      for (const PersonNumber person : school_.holders({role}, school_.today(), std::nullopt)) {
        if (known.insert(person).second) all.push_back({person, role, registered(person), {}});
      }
    }
  }

  events::Instant registered(PersonNumber person) const {
    const auto fact = school_.directory().declared<events::PersonRegistered>(person);
    return fact ? fact->stamp.recorded : events::Instant{};
  }

  // Who is entered in summer is entered for the year to come: «в течение учебного года» is that
  // one.
  regulations::Occasion begun(events::Instant moment) const {
    regulations::Occasion occasion;
    occasion.day = school_.zone().day_of(moment);
    for (const events::YearOpened& year : school_.directory().years()) {
      if (year.last_day < occasion.day) continue;
      if (!occasion.year_last_day || year.last_day < *occasion.year_last_day) {
        occasion.year_last_day = year.last_day;
      }
    }
    return occasion;
  }

  // Owed by others to the person, or by the person; the term is counted from a moment.
  DueItem item(DueKind kind, const Newcomer& to, events::Instant from, std::string_view key) {
    DueItem item;
    item.kind = kind;
    item.about.school_class = to.school_class;
    item.about.person = to.person;
    item.opens = from;
    const regulations::Occasion occasion = begun(from);
    const regulations::Parameters& rules = school_.rules(occasion.day);
    if (const events::Parameter* rule = rules.find(key)) item.clause = rule->clause;
    item.deadline =
        regulations::deadline_after(key, occasion, rules, school_.zone(), &school_.calendar());
    return item;
  }

  void hold(DueItem& item, Duty duty) {
    const events::Day day = school_.zone().day_of(item.opens);
    item.roles = regulations::duty_holders(school_.rules(day), duty);
    item.who = school_.holders(item.roles, school_.today(), item.about.school_class);
  }

  static Duty issue_duty(Role role) {
    if (role == Role::kPupil) return Duty::kIssueToPupils;
    if (role == Role::kParent) return Duty::kIssueToParents;
    if (role == Role::kAdministrator) return Duty::kIssueToAdministrator;
    return role == Role::kControlMember ? Duty::kIssueToControlGroup : Duty::kIssueToStaff;
  }

  bool is_in_force(std::string_view key, events::Instant moment) {
    return school_.rules(school_.zone().day_of(moment)).find(key) != nullptr;
  }

  const AccessStory& story_of(PersonNumber person) {
    auto at = stories_.find(person);
    if (at == stories_.end()) {
      at = stories_.emplace(person, access_story(school_.views(), school_.directory(), person))
               .first;
    }
    return at->second;
  }

  void add_credential(const Newcomer& one) {
    if (!school_.asks_for(DueKind::kCredential)) return;
    const std::string_view key = is_family(one.role) ? "issue.family.term" : "issue.staff.term";
    if (!is_in_force(key, one.entered)) return;
    DueItem credential = item(DueKind::kCredential, one, one.entered, key);
    hold(credential, issue_duty(one.role));
    credential.done = story_of(one.person).issued;
    school_.add(std::move(credential));
  }

  // Families are counted from the receipt, staff from the entry of their data.
  void add_activation(const Newcomer& one) {
    if (!school_.asks_for(DueKind::kActivation) || !school_.asks_for(one.person)) return;
    const AccessStory& story = story_of(one.person);
    events::Instant from = one.entered;
    if (is_family(one.role)) {
      if (!story.issued) return;
      from = story.issued->recorded;
    }
    if (!is_in_force("activate.term", from) || !must_activate(one.role, from)) return;
    DueItem activation = item(DueKind::kActivation, one, from, "activate.term");
    activation.roles = {one.role};
    activation.who = {one.person};
    activation.done = story.activated;
    school_.add(std::move(activation));
  }

  bool must_activate(Role role, events::Instant from) {
    const events::Parameter* rule = school_.rules(school_.zone().day_of(from)).find("activate.who");
    if (rule == nullptr) return true;
    const auto roles = regulations::parse_roles(rule->value);
    return roles && std::find(roles->begin(), roles->end(), role) != roles->end();
  }

  void add_reissue(const Newcomer& one) {
    if (!school_.asks_for(DueKind::kReissue)) return;
    const AccessStory& story = story_of(one.person);
    if (!story.lost || !is_in_force("reissue", story.lost->recorded)) return;
    DueItem reissue = item(DueKind::kReissue, one, story.lost->recorded, "reissue");
    hold(reissue, is_family(one.role) ? Duty::kReissueToFamilies : Duty::kIssueToStaff);
    for (const Stamp& stamp : story.given) {
      if (!reissue.done && story.lost->position < stamp.position) reissue.done = stamp;
    }
    school_.add(std::move(reissue));
  }

  // Before the data enter: what is said on the same day counts as before.
  void add_consent(const Newcomer& one) {
    if (!school_.asks_for(DueKind::kConsent)) return;
    const events::Day day = school_.zone().day_of(one.entered);
    const regulations::Parameters& rules = school_.rules(day);
    const events::Parameter* rule = rules.find("consent.collected_by");
    if (rule == nullptr || !is_asked_of(rules, one.role)) return;
    DueItem consent;
    consent.kind = DueKind::kConsent;
    consent.clause = rule->clause;
    consent.about.school_class = one.school_class;
    consent.about.person = one.person;
    consent.opens = one.entered;
    hold(consent, Duty::kConsents);
    if (const events::Parameter* when = rules.find("consent.when");
        when != nullptr && when->value == "before_data") {
      consent.deadline = school_.deadline_at(day, when->clause);
    }
    for (const auto& said : valid_on<events::ConsentRecorded>(school_.directory(), Shelf::kConsents,
                                                              {one.person.value})) {
      if (!consent.done && said.fact.purpose == events::ConsentPurpose::kJournal) {
        consent.done = said.stamp;
      }
    }
    school_.add(std::move(consent));
  }

  // A refusal is an answer too. Where nobody is named, parents answer, for their children as well.
  static bool is_asked_of(const regulations::Parameters& rules, Role role) {
    const events::Parameter* of = rules.find("consent.of");
    if (of == nullptr) return role == Role::kPupil;
    const auto roles = regulations::parse_roles(of->value);
    return roles && std::find(roles->begin(), roles->end(), role) != roles->end();
  }

  // Somebody must hold the office under an order.
  void add_appointments() {
    if (!school_.asks_for(DueKind::kAppointment) || school_.query().school_class) return;
    const events::Parameter* rule = school_.rules(school_.today()).find("appointed_by_order");
    if (rule == nullptr) return;
    const auto roles = regulations::parse_roles(rule->value);
    if (!roles) return;
    for (const Role role : *roles) {
      DueItem appointment;
      appointment.kind = DueKind::kAppointment;
      appointment.clause = rule->clause;
      appointment.roles = {Role::kDirector};
      appointment.who = school_.holders(appointment.roles, school_.today(), std::nullopt);
      appointment.about.setup = events::word_of(role);
      appointment.opens = school_.start_of(school_.today());
      const auto holders = school_.holders({role}, school_.today(), std::nullopt);
      for (const auto& given : valid_on<events::RoleGiven>(school_.directory(), Shelf::kRoleHolders,
                                                           {static_cast<std::uint32_t>(role)})) {
        const bool holds =
            std::find(holders.begin(), holders.end(), given.fact.person) != holders.end();
        if (holds && given.fact.order) appointment.done = given.stamp;
      }
      school_.add(std::move(appointment));
    }
  }

  DueSchool& school_;
  std::map<PersonNumber, AccessStory> stories_;
};

}  // namespace

void add_access_duties(DueSchool& school) { AccessDuties(school).add(); }

}  // namespace letopis::projections
