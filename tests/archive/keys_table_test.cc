#include "archive/keys_table.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "archive/temporary_directory.h"
#include "signing/encoding.h"

namespace letopis::archive {
namespace {

TEST(KeysTable, ListsKeysByNumberWithWhereTheyEnded) {
  std::vector<events::KeyRecord> records(2);
  records[0].public_key.bytes.fill(std::byte{1});
  records[1].number = {1};
  records[1].person = {17};
  records[1].public_key.bytes.fill(std::byte{2});
  records[1].enrolled = {5};
  records[1].ended = events::Position{900};
  const auto hex = [](const signing::PublicKey& key) { return signing::to_hex(key.view()); };
  const auto id = [](const signing::PublicKey& key) {
    return signing::to_hex(signing::sha256(key.view()).view());
  };
  const auto& founder = records[0].public_key;
  const auto& teacher = records[1].public_key;
  EXPECT_EQ(print_authors(events::KeyStandings::restore(records)),
            "number,person,key_id,public_key,enrolled,ended\n0,0," + id(founder) + "," +
                hex(founder) + ",0,\n1,17," + id(teacher) + "," + hex(teacher) + ",5,900\n");
  EXPECT_EQ(print_authors({}), "number,person,key_id,public_key,enrolled,ended\n");
}

TEST(KeysTable, KeyAsPemIsReadByOpenssl) {
  const signing::PrivateKey key(signing::Secret32::derive(bytes_of("keys table"), "log"));
  const TemporaryDirectory place;
  put_file(place.path() / "log.pem", print_pem(key.public_key()));
  const auto command = "openssl pkey -pubin -in '" + (place.path() / "log.pem").string() +
                       "' -outform DER -out '" + (place.path() / "log.der").string() +
                       "' 2>/dev/null";
  if (std::system("command -v openssl >/dev/null 2>&1") != 0) GTEST_SKIP() << "no openssl here";
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto der = bytes_of_file(place.path() / "log.der");
  ASSERT_EQ(der.size(), 44u);
  EXPECT_EQ(der.substr(12), text_of(key.public_key().view()));
}

}  // namespace
}  // namespace letopis::archive
