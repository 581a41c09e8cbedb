#include "pki/gost.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace letopis::pki {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSaid = 400;  // of what the program complains about, in bytes

// Settings of its own: whatever this computer loads by default stays out, and the engine is loaded.
constexpr std::string_view kSettings =
    "openssl_conf = all\n[all]\nengines = engines\n[engines]\ngost = gost\n[gost]\n"
    "engine_id = gost\ndefault_algorithms = ALL\n";

// A directory for one call: its files are gone with it.
class Desk {
 public:
  Desk() {
    std::string name = (fs::temp_directory_path() / "letopis-gost-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    path_ = name;
    put("openssl.cnf", bytes_of(kSettings));
  }
  ~Desk() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  std::string at(const char* name) const { return (path_ / name).string(); }

  std::string put(const char* name, Bytes bytes) const {
    std::ofstream out(path_ / name, std::ios::binary);
    out.write(text_of(bytes).data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) throw std::runtime_error("cannot write " + at(name));
    return at(name);
  }

  std::string take(const char* name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
  }

  // Its exit code. Without a shell, and with nothing of our environment but the path.
  int run(std::vector<std::string> words) const {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): only read
    std::string search = std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path);
    std::string settings = "OPENSSL_CONF=" + at("openssl.cnf");
    std::array<char*, 3> environment{search.data(), settings.data(), nullptr};
    posix_spawn_file_actions_t files{};
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, at("said").c_str(),
                                       O_WRONLY | O_CREAT | O_TRUNC, 0600);
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, arguments.front(), &files, nullptr, arguments.data(),
                                      environment.data());
    ::posix_spawn_file_actions_destroy(&files);
    int status = 0;
    if (failed != 0 || ::waitpid(child, &status, 0) != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string said() const { return take("said").substr(0, kMaxSaid); }

 private:
  fs::path path_;
};

std::string all_pem(const std::vector<Certificate>& certificates) {
  std::string pem;
  for (const auto& certificate : certificates) pem += print_pem(certificate);
  return pem;
}

// What the program says of one signature at one moment.
std::optional<Refusal> objection(const std::string& program, const SignedFile& file,
                                 const Trust& trust, Moment at) {
  const Desk desk;
  std::vector<std::string> words = {program,
                                    "cms",
                                    "-verify",
                                    "-cades",
                                    "-binary",
                                    "-inform",
                                    "DER",
                                    "-content",
                                    desk.put("content", file.content),
                                    "-in",
                                    desk.put("signature", file.signature),
                                    "-CAfile",
                                    desk.put("roots", bytes_of(all_pem(trust.roots))),
                                    "-no-CApath",
                                    "-no-CAstore",
                                    "-purpose",
                                    "any",
                                    "-attime",
                                    std::to_string(at.time_since_epoch().count())};
  if (!trust.known.empty()) {
    words.insert(words.end(), {"-certfile", desk.put("known", bytes_of(all_pem(trust.known)))});
  }
  if (desk.run(std::move(words)) == 0) return std::nullopt;
  return Refusal{"signature.forged",
                 {"подпись по ГОСТ не прошла проверку: " + desk.said(),
                  "the GOST signature failed its check: " + desk.said()}};
}

bool waits_for_engine(const SignerJudgement& signer) {
  return signer.standing == Standing::kNotChecked && signer.why &&
         signer.why->code == "signature.engine";
}

void take_verdict(SignerJudgement& signer, const std::optional<Refusal>& why) {
  signer.standing = why ? Standing::kBad : Standing::kValid;
  signer.why = why;
  if (why) return;
  signer.information.push_back({"списки отозванных для ГОСТ здесь не спрашиваются",
                                "lists of revocations are not asked about GOST here"});
}

}  // namespace

Result<GostEngine> GostEngine::find() {
  const std::string program = "openssl";
  const Desk desk;
  if (desk.run({program, "dgst", "-md_gost12_256", desk.put("probe", bytes_of("probe"))}) != 0) {
    return Refusal{
        "gost.absent",
        {"нет программы openssl с engine gost", "there is no program openssl with an engine gost"}};
  }
  return GostEngine(program);
}

Result<std::vector<std::byte>> GostEngine::sign(Bytes content, const GostSigner& signer) const {
  const Desk desk;
  std::vector<std::string> words = {program_,
                                    "cms",
                                    "-sign",
                                    "-cades",
                                    "-binary",
                                    "-outform",
                                    "DER",
                                    "-md",
                                    "md_gost12_256",
                                    "-in",
                                    desk.put("content", content),
                                    "-signer",
                                    signer.certificate.string(),
                                    "-inkey",
                                    signer.key.string(),
                                    "-out",
                                    desk.at("signature")};
  if (signer.password) {
    words.insert(words.end(), {"-passin", "file:" + signer.password->string()});
  }
  if (desk.run(std::move(words)) != 0) {
    return Refusal{
        "gost.not_signed",
        {"подписать по ГОСТ не удалось: " + desk.said(), "signing by GOST failed: " + desk.said()}};
  }
  const std::string made = desk.take("signature");
  const Bytes bytes = bytes_of(made);
  return std::vector<std::byte>(bytes.begin(), bytes.end());
}

SignatureJudgement GostEngine::judge(const SignedFile& file, const Trust& trust, Moment now) const {
  auto whole = judge_signature(file, trust, now);
  const auto waiting = std::ranges::find_if(whole.signers, waits_for_engine);
  if (waiting == whole.signers.end() || trust.roots.empty()) return whole;
  const auto why = objection(program_, file, trust, waiting->judged_at);
  for (auto& signer : whole.signers) {
    if (waits_for_engine(signer)) take_verdict(signer, why);
  }
  whole.standing = Standing::kValid;
  whole.why.reset();
  if (whole.timestamp) take_worst(whole, *whole.timestamp);
  for (const auto& signer : whole.signers) take_worst(whole, signer);
  return whole;
}

}  // namespace letopis::pki
