#include "mail/mail_server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "signing/encoding.h"

namespace letopis::mail {
namespace {

namespace fs = std::filesystem;

void run(const std::string& command) {
  if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) {
    throw std::runtime_error("failed: " + command);
  }
}

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  return ends;
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& more) {
  std::vector<std::string> all;
  for (char** one = environ; *one != nullptr; ++one) all.emplace_back(*one);
  for (const auto& [name, value] : more) all.push_back(name + "=" + value);
  return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

void make_certificates(const fs::path& folder) {
  fs::create_directories(folder);
  const auto at = [&](const char* name) { return (folder / name).string(); };
  run(
      fmt::format("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 "
                  "-subj '/CN=Test authority' -keyout {} -out {}",
                  at("authority.key"), at("authority.pem")));
  run(
      fmt::format("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                  "-subj /CN=localhost -keyout {} -out {}",
                  at("server.key"), at("server.csr")));
  std::ofstream(folder / "names") << "subjectAltName=DNS:localhost,IP:127.0.0.1\n";
  run(fmt::format(
      "openssl x509 -req -days 30 -in {} -CA {} -CAkey {} -CAcreateserial -extfile {} "
      "-out {}",
      at("server.csr"), at("authority.pem"), at("authority.key"), at("names"), at("server.pem")));
}

MailServer::MailServer(fs::path mails, ServerWish wish) {
  fs::create_directories(mails);
  std::vector<std::string> words{"/usr/bin/python3",
                                 LETOPIS_SOURCE_DIR "/tests/mail/mail_server.py", mails.string(),
                                 wish.mode};
  if (wish.certificates) {
    words.push_back((*wish.certificates / "server.pem").string());
    words.push_back((*wish.certificates / "server.key").string());
  }
  auto variables = environment_with(wish.environment);
  const auto input = make_pipe();
  const auto output = make_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  // What it makes of lines that break off is its own affair.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  for (const int end : {input[0], input[1], output[0], output[1]}) {
    posix_spawn_file_actions_addclose(&actions, end);
  }
  const auto failed = posix_spawn(&child_, words.front().c_str(), &actions, nullptr,
                                  pointers_to(words).data(), pointers_to(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(input[0]);
  close(output[1]);
  input_ = input[1];
  if (failed != 0) throw std::runtime_error("the mail server does not start");
  std::string told;
  for (char one = 0; read(output[0], &one, 1) == 1 && one != '\n';) told += one;
  close(output[0]);
  if (told.empty()) throw std::runtime_error("the mail server ended at once");
  port_ = static_cast<std::uint16_t>(std::stoul(told));
}

MailServer::~MailServer() { kill(); }

void MailServer::kill() {
  if (child_ == 0) return;
  ::kill(child_, SIGKILL);
  waitpid(child_, nullptr, 0);
  close(input_);
  child_ = 0;
}

std::vector<std::string> mails_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& one : fs::directory_iterator(folder)) files.push_back(one.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> mails;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    mails.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return mails;
}

std::string header_of(const std::string& mail, const std::string& name) {
  const auto at = mail.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 4;
  return mail.substr(from, mail.find("\r\n", from) - from);
}

std::string body_of(const std::string& mail) {
  auto coded = mail.substr(mail.find("\r\n\r\n") + 4);
  std::erase_if(coded, [](char one) { return one == '\r' || one == '\n'; });
  const auto bytes = signing::from_base64(coded);
  if (!bytes) return "not base64";
  std::string body(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  std::erase(body, '\r');
  return body;
}

}  // namespace letopis::mail
