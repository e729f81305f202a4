// SPDX-License-Identifier: Apache-2.0
#include "cicushim.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

uint8_t warsha_icu_word_class(uint32_t c) {
  // ICU tailors UAX #29 here: these three are MidLetter by property, not in its rules.
  if (c == 0x3A || c == 0xFE55 || c == 0xFF1A) return U_WB_OTHER;
  int32_t value = u_getIntPropertyValue((UChar32)c, UCHAR_WORD_BREAK);
  if (value == U_WB_OTHER && u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC))
    return 31;  // only matters after a zero width joiner
  return (uint8_t)value;
}

void warsha_icu_word_classes(uint8_t *classes) {
  for (uint32_t c = 0; c < 0x10000; c++)
    classes[c] = U_IS_SURROGATE(c) ? 0 : warsha_icu_word_class(c);
}

uint8_t warsha_icu_category(uint32_t c) { return (uint8_t)u_charType((UChar32)c); }

void warsha_icu_categories(uint8_t *categories) {
  for (uint32_t c = 0; c < 0x10000; c++) categories[c] = warsha_icu_category(c);
}

// Appends the base letters of `c` to out[length…]; returns the new length.
static int32_t append_base(const UNormalizer2 *nfkd, UChar32 c, uint16_t *out, int32_t length,
                           int32_t capacity) {
  UErrorCode err = U_ZERO_ERROR;
  UChar parts[32];
  int32_t count = unorm2_getDecomposition(nfkd, c, parts, 32, &err);
  if (count < 0 || U_FAILURE(err)) {
    count = 0;
    U16_APPEND_UNSAFE(parts, count, c);
  }
  for (int32_t i = 0; i < count;) {
    UChar32 part;
    U16_NEXT(parts, i, count, part);
    int8_t type = u_charType(part);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    int32_t digit = type == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue(part) : -1;
    part = digit >= 0 ? '0' + digit : u_tolower(part);
    if (part > 0xFFFF) {
      if (length + 2 <= capacity) {
        out[length] = U16_LEAD(part);
        out[length + 1] = U16_TRAIL(part);
      }
      length += 2;
    } else {
      if (length < capacity) out[length] = (uint16_t)part;
      length++;
    }
  }
  return length;
}

void warsha_icu_base_letters(uint16_t *letters) {
  UErrorCode err = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&err);
  uint16_t out[32];
  for (uint32_t c = 0; c < 0x10000; c++) {
    // Lone halves of pairs, CJK and Hangul stay as they are: this also halves the time.
    if (U_FAILURE(err) || (c >= 0x3400 && c < 0xF900)) {
      letters[c] = (uint16_t)c;
      continue;
    }
    int32_t length = append_base(nfkd, (UChar32)c, out, 0, 32);
    letters[c] = length == 0 ? 0 : length == 1 ? out[0] : 0xFFFF;
  }
}

int32_t warsha_icu_decompose(uint16_t unit, uint16_t *out, int32_t capacity) {
  UErrorCode err = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&err);
  if (U_FAILURE(err)) return 0;
  int32_t length = append_base(nfkd, unit, out, 0, capacity);
  return length < capacity ? length : capacity;
}

void *warsha_icu_words_open(const uint16_t *text, int32_t length, int32_t *err) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, "ar", text, length, &code);
  *err = code;
  return words;
}

int32_t warsha_icu_words_next(void *words, int32_t *status) {
  int32_t end = ubrk_next(words);
  *status = ubrk_getRuleStatus(words);
  return end == UBRK_DONE ? -1 : end;
}

int64_t warsha_icu_words_count(void *words) {
  int64_t sum = 0;
  for (int32_t end = ubrk_first(words); end != UBRK_DONE; end = ubrk_next(words))
    sum += 1 + (ubrk_getRuleStatus(words) > 1 << 20);
  return sum;
}

void warsha_icu_words_close(void *words) { ubrk_close(words); }

const char *warsha_icu_detect(const uint8_t *bytes, int32_t length, int32_t *confidence) {
  UErrorCode err = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&err);
  ucsdet_setText(detector, (const char *)bytes, length, &err);
  const UCharsetMatch *match = ucsdet_detect(detector, &err);
  const char *name = NULL;
  if (U_SUCCESS(err) && match) {
    // The detector owns its string: answer with the converter's own static name.
    name = ucnv_getStandardName(ucsdet_getName(match, &err), "IANA", &err);
    *confidence = ucsdet_getConfidence(match, &err);
  }
  ucsdet_close(detector);
  return U_SUCCESS(err) ? name : NULL;
}

int32_t warsha_icu_decode(const char *charset, const uint8_t *bytes, int32_t length, uint16_t *out,
                          int32_t capacity, int32_t *err) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &code);
  int32_t count =
      ucnv_toUChars(converter, (UChar *)out, capacity, (const char *)bytes, length, &code);
  ucnv_close(converter);
  *err = code == U_BUFFER_OVERFLOW_ERROR ? U_ZERO_ERROR : code;
  return count;
}

int32_t warsha_icu_hijri_to_gregorian(int32_t calendar, int32_t year, int32_t month, int32_t day,
                                      int32_t *gregorian_year, int32_t *gregorian_month,
                                      int32_t *gregorian_day) {
  static const char *const names[] = {"ar@calendar=islamic-umalqura", "ar@calendar=islamic-civil",
                                      "ar@calendar=islamic-tbla"};
  static const UChar utc[] = {'U', 'T', 'C', 0};
  UErrorCode err = U_ZERO_ERROR;
  if (calendar < 0 || calendar > 2) return 1;
  UCalendar *hijri = ucal_open(utc, -1, names[calendar], UCAL_DEFAULT, &err);
  UCalendar *western = ucal_open(utc, -1, "en@calendar=gregorian", UCAL_DEFAULT, &err);
  if (U_SUCCESS(err)) {
    ucal_clear(hijri);
    ucal_setAttribute(hijri, UCAL_LENIENT, 0);
    ucal_setDateTime(hijri, year, month - 1, day, 12, 0, 0, &err);
    ucal_setMillis(western, ucal_getMillis(hijri, &err), &err);
    *gregorian_year = ucal_get(western, UCAL_EXTENDED_YEAR, &err);
    *gregorian_month = ucal_get(western, UCAL_MONTH, &err) + 1;
    *gregorian_day = ucal_get(western, UCAL_DATE, &err);
  }
  if (hijri) ucal_close(hijri);
  if (western) ucal_close(western);
  return U_FAILURE(err);
}

const char *warsha_icu_version(void) { return U_ICU_VERSION; }
