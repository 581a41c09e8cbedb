#include "api/routes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "api/handlers.h"
#include "ledger/ledger.h"

namespace letopis::api {
namespace {

constexpr std::size_t kSmall = 16'384;
constexpr std::size_t kWish = 4u << 20;
// Base64 and JSON around what the ledger takes.
constexpr std::size_t kSigned = 2 * ledger::kMaxCommandBytes;

constexpr auto kRoutes = std::to_array<Route>({
    {"GET", "/api/v1", Door::kOpen, list_routes, {"Что здесь есть", "What there is"}},
    {"GET",
     "/api/v1/openapi.yaml",
     Door::kOpen,
     show_contract,
     {"Договор: все адреса, запросы и ответы", "The contract: routes, requests and answers"}},
    {"GET",
     "/api/v1/school",
     Door::kOpen,
     show_school,
     {"Школа, её журнал событий и часы", "The school, its log and its clock"}},
    {"GET",
     "/log/checkpoint",
     Door::kOpen,
     show_checkpoint,
     {"Контрольная точка (C2SP tlog-checkpoint)", "The checkpoint (C2SP tlog-checkpoint)"}},
    {"GET",
     "/log/key",
     Door::kOpen,
     show_log_key,
     {"Ключ проверки журнала", "The log's verifier key"}},
    {"GET",
     "/log/tile/{tile...}",
     Door::kOpen,
     show_tile,
     {"Плитка дерева; записи — инспектору", "A tile of the tree; entries for inspectors"}},

    {"GET",
     "/api/v1/login-parameters",
     Door::kOpen,
     tell_login_parameters,
     {"Как из пароля вывести половину для входа", "How the login half derives from a password"}},
    {"POST", "/api/v1/sessions", Door::kOpen, sign_in, {"Войти", "Sign in"}, kSmall},
    {"GET",
     "/api/v1/sessions",
     Door::kSignedIn,
     list_sessions,
     {"Свои входы", "One's own sessions"}},
    {"DELETE",
     "/api/v1/sessions",
     Door::kLockable,
     sign_out_everywhere,
     {"Выйти везде", "Sign out everywhere"}},
    {"GET",
     "/api/v1/sessions/current",
     Door::kLockable,
     show_session,
     {"Кто вошёл", "Who has signed in"}},
    {"DELETE", "/api/v1/sessions/current", Door::kLockable, sign_out, {"Выйти", "Sign out"}},
    {"DELETE",
     "/api/v1/sessions/{session}",
     Door::kSignedIn,
     end_session,
     {"Закончить один из своих входов", "End one of one's own sessions"}},
    {"POST",
     "/api/v1/sessions/current/lock",
     Door::kLockable,
     lock_session,
     {"Запереть вход", "Lock the session"},
     kSmall},
    {"POST",
     "/api/v1/sessions/current/unlock",
     Door::kLockable,
     unlock_session,
     {"Отпереть вход паролем", "Unlock the session by the password"},
     kSmall},
    {"POST",
     "/api/v1/activations/look-up",
     Door::kOpen,
     look_up_code,
     {"Чей это код", "Whose code it is"},
     kSmall},
    {"POST",
     "/api/v1/activations",
     Door::kOpen,
     activate,
     {"Завести ключ и пароль по коду", "Make a key and a password by a code"},
     kSmall},
    {"POST",
     "/api/v1/codes",
     Door::kSignedIn,
     issue_codes,
     {"Выдать коды: слова для листков", "Issue codes: what stands on slips"},
     kSmall},
    {"PUT",
     "/api/v1/people/{person}/login",
     Door::kSignedIn,
     name_login_of,
     {"Дать человеку имя для входа", "Give a person a log-in"},
     kSmall},
    {"PUT",
     "/api/v1/password",
     Door::kSignedIn,
     change_password,
     {"Сменить пароль", "Change the password"},
     kSmall},
    {"POST",
     "/api/v1/second-factor",
     Door::kSignedIn,
     begin_second_factor,
     {"Предложить второй фактор", "Propose a second factor"},
     kSmall,
     true},
    {"PUT",
     "/api/v1/second-factor",
     Door::kSignedIn,
     confirm_second_factor,
     {"Включить второй фактор", "Turn the second factor on"},
     kSmall,
     true},
    {"DELETE",
     "/api/v1/second-factor",
     Door::kSignedIn,
     drop_second_factor,
     {"Выключить второй фактор", "Turn the second factor off"},
     kSmall},
    {"GET",
     "/api/v1/application-passwords",
     Door::kSignedIn,
     list_application_passwords,
     {"Свои пароли приложений и ссылки", "One's own application passwords and feeds"}},
    {"POST",
     "/api/v1/application-passwords",
     Door::kSignedIn,
     make_application_password,
     {"Новый пароль приложения или ссылка", "A new application password or feed"},
     kSmall},
    {"DELETE",
     "/api/v1/application-passwords/{number}",
     Door::kSignedIn,
     drop_application_password,
     {"Отозвать пароль приложения", "Revoke an application password"}},
    {"GET",
     "/api/v1/notices",
     Door::kSignedIn,
     show_notices,
     {"О чём писать родителю", "Of what a parent is written to"}},
    {"PUT",
     "/api/v1/notices",
     Door::kSignedIn,
     choose_notices,
     {"Выбрать, о чём писать", "Choose of what to be written to"},
     kSmall},

    {"GET",
     "/api/v1/commands",
     Door::kSignedIn,
     list_commands,
     {"Какие команды есть", "Which commands there are"}},
    {"POST",
     "/api/v1/propose",
     Door::kSignedIn,
     propose_command,
     {"Что подписать, чтобы команда исполнилась", "What to sign for a command"},
     kWish},
    {"POST",
     "/api/v1/events",
     Door::kSignedIn,
     take_events,
     {"Принять подписанное", "Take what is signed"},
     kSigned},
    {"POST",
     "/api/v1/commands",
     Door::kSignedIn,
     carry_out_command,
     {"Исполнить команду ключом на сервере", "Carry out a command, by the key on the server"},
     kWish},
    {"GET",
     "/api/v1/commands/{command}",
     Door::kSignedIn,
     tell_command,
     {"Что стало со своей командой", "What became of one's own command"}},

    {"GET",
     "/api/v1/views",
     Door::kSignedIn,
     list_views,
     {"Какие представления есть", "Which views there are"}},
    {"GET",
     "/api/v1/views/{view}",
     Door::kSignedIn,
     show_view,
     {"Представление: JSON, PDF, XLSX, CSV", "A view: JSON, PDF, XLSX, CSV"}},
    {"GET",
     "/api/v1/reports",
     Door::kSignedIn,
     list_reports,
     {"Какие отчёты есть", "Which reports there are"}},
    {"GET",
     "/api/v1/reports/{report}",
     Door::kSignedIn,
     show_report,
     {"Отчёт: JSON, PDF, XLSX, CSV, HTML", "A report: JSON, PDF, XLSX, CSV, HTML"}},
    {"GET",
     "/api/v1/changes",
     Door::kSignedIn,
     stream_changes,
     {"Изменения по мере записи", "Changes as they are recorded"}},
    {"GET",
     "/api/v1/cells/{lesson}/{pupil}",
     Door::kSignedIn,
     show_cell,
     {"Вся жизнь клетки журнала", "The whole life of a journal's cell"}},
    {"GET",
     "/api/v1/entries/{position}",
     Door::kSignedIn,
     show_entry,
     {"Запись журнала событий", "An entry of the log"}},
    {"GET",
     "/api/v1/receipts/{position}",
     Door::kSignedIn,
     show_receipt,
     {"Квитанция о записи", "The receipt of an entry"}},
    {"GET",
     "/api/v1/news/{post}/shown",
     Door::kSignedIn,
     show_news_shown,
     {"Кому показана новость", "To whom a post was shown"}},
    {"GET",
     "/api/v1/readings",
     Door::kSignedIn,
     show_readings,
     {"Кто читал данные ребёнка", "Who read a child's data"}},
});

// The next segment of a pattern's path, cut from its front.
std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto end = std::min(path.find('/'), path.size());
  const auto segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

std::optional<std::map<std::string, std::string, std::less<>>> match(std::string_view pattern,
                                                                     const Target& target) {
  std::map<std::string, std::string, std::less<>> parts;
  std::size_t at = 0;
  while (!pattern.empty()) {
    const auto segment = next_segment(pattern);
    if (segment.ends_with("...}"))
      return at < target.segments.size() ? std::optional(parts) : std::nullopt;
    if (at == target.segments.size()) return std::nullopt;
    const auto& given = target.segments[at++];
    if (segment.starts_with('{')) {
      parts.emplace(segment.substr(1, segment.size() - 2), given);
    } else if (segment != given) {
      return std::nullopt;
    }
  }
  if (at != target.segments.size()) return std::nullopt;
  return parts;
}

bool is_for(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

Result<RouteFound> find_route(std::string_view method, const Target& target) {
  std::string others;
  for (const auto& route : kRoutes) {
    auto parts = match(route.path, target);
    if (!parts) continue;
    if (is_for(route, method)) return RouteFound{&route, *std::move(parts)};
    others += (others.empty() ? "" : ", ") + std::string(route.method);
  }
  if (others.empty()) {
    return Refusal{"route.none",
                   {"такого адреса нет", "there is no such address"},
                   {},
                   {"что есть, говорит /api/v1", "/api/v1 tells what there is"}};
  }
  return Refusal{"method.other",
                 {"этот адрес так не спрашивают", "this address is not asked that way"},
                 {},
                 {"его методы: " + others, "its methods: " + others}};
}

std::size_t most_body(std::string_view method, std::string_view target) {
  auto parsed = parse_target(target);
  if (!parsed) return kSmall;
  if (const auto found = find_route(method, *parsed)) return found->route->most_body;
  if (parsed->segments.empty()) return kSmall;
  parsed->segments.erase(parsed->segments.begin());
  const auto found = find_route(method, *parsed);
  return found ? found->route->most_body : kSmall;
}

}  // namespace letopis::api
