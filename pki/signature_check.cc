#include "pki/signature_check.h"

#include <algorithm>

#include "pki/certificate_check.h"
#include "pki/cms_check.h"
#include "pki/timestamp_token.h"

namespace letopis::pki {

namespace {

// Clocks differ; a claim this far ahead of its timestamp is worth a word.
constexpr std::chrono::minutes kClaimAhead{5};

void fail(SignerJudgement& judgement, Refusal why) {
  judgement.standing = Standing::kBad;
  judgement.why = std::move(why);
}

// Fills in all but when it is judged at.
void judge_signer(SignerJudgement& judgement, const OpenedSigner& signer,
                  const OpenedSignature& opened, Bytes content, CertificateQuestion question,
                  const Trust& trust) {
  judgement.claimed = signer.claimed;
  judgement.judged_at = question.at;
  if (signer.certificate == nullptr) {
    return fail(judgement, {"signature.no_certificate",
                            {"сертификата подписавшего нет ни в подписи, ни рядом",
                             "the signer's certificate is neither in the signature nor known"}});
  }
  if (auto value = value_of(signer.certificate)) judgement.signer = std::move(*value);
  if (signer.needs_engine) {
    judgement.standing = Standing::kNotChecked;
    judgement.why = Refusal{"signature.engine",
                            {"подпись по ГОСТ Р 34.10-2012: здесь её нечем проверить",
                             "a signature by GOST R 34.10-2012: nothing here can check it"}};
    return;
  }
  if (auto good = check_signer(signer, content); !good) return fail(judgement, good.refusal());
  question.certificate = signer.certificate;
  question.beside = opened.beside.get();
  auto answer = judge_certificate(question, trust);
  judgement.standing = answer.standing;
  judgement.why = std::move(answer.why);
  judgement.information = std::move(answer.information);
  if (answer.standing == Standing::kValid) {
    if (auto named = check_named_certificate(signer, answer.chain.get()); !named) {
      fail(judgement, named.refusal());
    }
  }
}

void tell_claim(SignerJudgement& judgement) {
  if (judgement.source == MomentSource::kTimestamp && judgement.claimed &&
      *judgement.claimed > judgement.judged_at + kClaimAhead) {
    judgement.information.push_back(
        {"подписавший называет время позже метки: " + print_moment(*judgement.claimed),
         "the signer claims a moment after the timestamp: " + print_moment(*judgement.claimed)});
  }
}

}  // namespace

void take_worst(SignatureJudgement& whole, const SignerJudgement& part) {
  const auto gravity = [](Standing standing) {
    return standing == Standing::kBad ? 2 : standing == Standing::kNotChecked ? 1 : 0;
  };
  if (gravity(part.standing) <= gravity(whole.standing)) return;
  whole.standing = part.standing;
  whole.why = part.why;
}

SignerJudgement judge_timestamp(Bytes content, Bytes response, const Trust& trust, Moment now) {
  SignerJudgement judgement;
  judgement.source = MomentSource::kTimestamp;
  judgement.judged_at = now;
  const auto token = open_timestamp(response);
  if (!token) {
    fail(judgement, token.refusal());
    return judgement;
  }
  judgement.judged_at = token->says.at;
  if (!is_over(token->says, content)) {
    fail(judgement, {"timestamp.other_content",
                     {"метка времени поставлена на другое", "the timestamp is on something else"}});
    return judgement;
  }
  const auto opened = open_signature(token->cms, SignedKind::kTimestamp, trust);
  if (!opened || opened->signers.size() != 1) {
    fail(judgement, opened ? Refusal{"timestamp.malformed",
                                     {"у метки времени должен быть один подписавший",
                                      "a timestamp has exactly one signer"}}
                           : opened.refusal());
    return judgement;
  }
  CertificateQuestion question;
  question.use = CertificateUse::kTimestamps;
  question.at = token->says.at;
  question.now = now;
  judge_signer(judgement, opened->signers.front(), *opened, token->content, question, trust);
  return judgement;
}

SignatureJudgement judge_signature(const SignedFile& file, const Trust& trust, Moment now) {
  SignatureJudgement whole;
  whole.standing = Standing::kValid;
  if (file.timestamp) {
    whole.timestamp = judge_timestamp(file.signature, *file.timestamp, trust, now);
    take_worst(whole, *whole.timestamp);
  }
  const bool stamped = whole.timestamp && whole.timestamp->standing == Standing::kValid;
  const auto opened = open_signature(file.signature, SignedKind::kDetachedFile, trust);
  if (!opened) {
    whole.standing = Standing::kBad;
    whole.why = opened.refusal();
    return whole;
  }
  for (const auto& signer : opened->signers) {
    SignerJudgement judgement;
    CertificateQuestion question;
    question.now = now;
    question.at = stamped ? whole.timestamp->judged_at : signer.claimed.value_or(now);
    judgement.source = stamped          ? MomentSource::kTimestamp
                       : signer.claimed ? MomentSource::kClaimed
                                        : MomentSource::kNow;
    judge_signer(judgement, signer, *opened, file.content, question, trust);
    tell_claim(judgement);
    take_worst(whole, judgement);
    whole.signers.push_back(std::move(judgement));
  }
  return whole;
}

}  // namespace letopis::pki
