export const errors = {
  BAD_REQUEST:
    'This could not be read as it was entered. Nothing was changed. Look at the fields and try again.',
  'NOT_FOUND-no-folder': 'That folder is not there, so nothing was set. Choose one that is.',
  NOT_FOUND:
    'This is no longer here. It may have been moved or undone; nothing else was touched. Go back to the list and open it from there.',
  CONFLICT:
    'Somebody changed this in the meantime, so nothing was overwritten. Look at the newer state, then do it again.',
  DUPLICATE_CASE:
    'This order was already reported in this scene, in case {{caseNumber}}. No second case was opened. Go on in the first one.',
  ATTEMPT_SPENT:
    'The chance for this order is already used. Nothing was recorded a second time. Look at the earlier submission in the case.',
  ATTEMPT_UNKNOWN:
    'Nobody knows whether the chance for order {{orderNumber}} is still there. Nothing was changed. Look in the back office first, then enter what you saw.',
  FROZEN:
    'This belongs to material that was exported or submitted, so it stays as it was. Nothing was changed. Make a new version instead.',
  CANNOT_UNDO:
    'This cannot be taken back by undo. Nothing was changed. A submission entered by mistake is corrected in its case, with a reason.',
  LOCKED:
    'The workspace is open elsewhere: {{program}} on {{computer}}. Nothing was changed. Close it there, then start again here.',
  READ_ONLY:
    'The workspace folder cannot be written to. What is there is safe and can be read. Free the folder from write protection, then try again.',
  SYNCED_FOLDER:
    "This folder is synced or lies on a network ({{service}}), where a database can break. It was not used, and nothing in it was touched. Choose a folder on this computer's own disk, such as {{proposal}}.",
  INVALID_FILE:
    'This file could not be read as what it should be. Nothing was taken from it. Check that it is the right file, or export it again.',
  FILE_CHANGED:
    'The file changed, moved or was locked while it was being read. Nothing half-read was kept. Close it in other programs and drop it again.',
  FILE_TOO_LARGE:
    'The file is larger than can be taken in. It was left as it is. Cut or compress it, and keep the original.',
  MISSING_GLYPH:
    'The fonts have no shape for: {{character}}. Nothing was exported. Write it another way, or leave it out.',
  NOT_READY:
    'Something is still missing before this can be done. Nothing was changed. The list on this page says what.',
  OUT_OF_SPACE:
    'The disk is full. What was saved before is safe; this last step was not. Free some space and try again.',
  DATABASE_FROM_FUTURE:
    'This workspace was written by a newer AppealDesk. It was not touched. Update AppealDesk, then open it again.',
  DATABASE_DAMAGED:
    'The database of this workspace is damaged. It was left as it is. Restore the newest backup into a new folder.',
  BLOB_MISSING:
    'An original in the vault is missing or no longer what came in. Nothing else was changed. Run the check in Settings; it names the file. Drop the same file in again, or take it from a backup.',
  BACKUP_FAILED:
    'The backup could not be made or did not pass its check, so it does not count. Your work is safe. Look at the disk and try again.',
  WRONG_PIN: 'The PIN is not right. Nobody was switched. Try again, or choose another person.',
  OPERATOR_NEEDED: 'Who is acting? Nothing was changed. Choose an operator first, then do it again.',
  CANCELLED: 'This was stopped. What was finished before stays; nothing half-done was kept.',
  CORE_STOPPED:
    'The line to the core broke. What was saved is safe. It comes back by itself in a moment; then try again.',
  INTERNAL:
    'Something went wrong inside AppealDesk. What was saved is safe. Try again; if it stays, start AppealDesk anew.',
  'CONFLICT-same-name': 'There is already a store of this name. Nothing was saved. Choose another name.',
  'CONFLICT-last-operator': 'Somebody must be left to act. Nothing was changed. Add another operator first.',
  'CONFLICT-other-platform': 'The two stores are on different platforms. Nothing was merged.',
  'CONFLICT-other-store':
    'This file is of the shop “{{name}}”, not of “{{store}}”. Nothing was imported. Choose the right store.',
  'CONFLICT-import-not-in-force':
    'This import was already taken back or never finished. Nothing was changed.',
  'CONFLICT-order-in-case':
    'An order that only this import brought is used in a case. Nothing was taken back. Take it out of the case first.',
  'CONFLICT-order-changed-since':
    'Order {{orderNumber}} was changed by a later import. Nothing was taken back. Take back the later import first.',
  'CONFLICT-folder-not-empty':
    'The folder is not empty. Nothing was written into it. Choose a new or empty one.',
  'INVALID_FILE-empty':
    'The file is empty (0 bytes). Nothing was taken in. Look whether it was downloaded completely.',
  'INVALID_FILE-gone': 'The file is no longer where it was. Nothing was taken in. Drop it again.',
  'INVALID_FILE-locked':
    'Another program holds the file. Nothing was taken in. Close it there and try again.',
  'INVALID_FILE-nothing-there': 'Nothing is at {{path}}. Check the path.',
  'INVALID_FILE-not-a-folder': '{{path}} is not a folder.',
  'INVALID_FILE-not-a-file': 'This is a folder or something else that is not a file. Nothing was taken in.',
  'INVALID_FILE-not-a-table':
    'This is not a CSV table. Nothing was imported. Export the orders again as CSV.',
  'INVALID_FILE-encoding':
    'The text cannot be read with this encoding. Nothing was imported. Choose another encoding.',
  'INVALID_FILE-order-numbers-rounded':
    'Excel rounded the order numbers (such as {{example}}); the true digits are lost. Nothing was imported. Export again and do not open it in Excel.',
  'BAD_REQUEST-zone-needed':
    'It is not said by which clock the times are written. Nothing was imported. Answer the question about the time zone.',
  'BAD_REQUEST-zone-is-offset':
    '“{{zone}}” is a distance from UTC and no place, so calendars do not know it. Nothing was saved. Choose a place, such as Asia/Shanghai.',
  'BAD_REQUEST-order-number-unmapped':
    'No column is taken as the order number. Nothing was imported. Choose it in the list of columns.',
  MOVED:
    'The workspace has moved to another folder; nothing was changed here. Close AppealDesk and open it again.',
  'NOT_READY-no-answer':
    'There is no answer to keep yet. Nothing was changed. Write the answer down word for word first.',
  'NOT_READY-fact-without-exhibit':
    'A fact needs at least one exhibit that shows it. Nothing was changed. Cite one first.',
  'CONFLICT-clock-over': 'This deadline has ended; there is nothing to hand on.',
  'CONFLICT-submitted-in-future':
    'The time of the submission has not come yet. Nothing was recorded. Check the date and the time.',
  'CONFLICT-decided-before-submitted':
    'The time of the result is before that of the submission. Nothing was recorded. Check the date and the time.',
  'CONFLICT-decided-in-future':
    'The time of the result has not come yet. Nothing was recorded. Check the date and the time.',
  'CONFLICT-event-in-future':
    'That time has not come yet, so the event was not recorded and nothing else changed. Check the date and time.',
  'BAD_REQUEST-no-clock-from-it':
    'No time of this case counts from that event, so it was not recorded and nothing else changed. Choose one of those listed.',
  'NOT_READY-vouchers-missing':
    'Order {{orderNumber}} still lacks vouchers, so it was not called fully documented. Nothing was changed. Look at what is missing in the evidence step.',
  'CONFLICT-needs-new-exhibit':
    'Order {{orderNumber}} was put down as a real violation. It needs an exhibit that came in after that. Nothing was changed.',
  'CONFLICT-needs-reason':
    'Order {{orderNumber}} was put down as a real violation. Say why it is seen otherwise now. Nothing was changed.',
  'CONFLICT-already-spent': 'The chance for order {{orderNumber}} is already used. Nothing was changed.',
  'CONFLICT-filed-here':
    'This one was filed in AppealDesk; nothing was corrected. Correct the record of the submission in its case.',
  'CONFLICT-not-spent': 'One of them does not count as spent, so nothing was corrected.',
  'CONFLICT-same': 'Both are the same. Nothing was merged. Choose another one.',
  'FILE_TOO_LARGE-memory':
    'The file needs more memory than this computer can give it. It was left as it is. Split or shrink it and try again.',
  'CANNOT_UNDO-undone': 'This was already taken back. Nothing was changed.',
  'CANNOT_UNDO-purged':
    'What this changed was removed for good after its grace period, so it cannot be taken back.',
  'CONFLICT-no-example-here':
    'The example cannot be opened from here. Nothing was changed. Open it from a window of AppealDesk.',
  'CONFLICT-no-example-open': 'This is not the example workspace. Nothing was changed.',
  'CONFLICT-example-stays':
    'The example workspace cannot be moved. Nothing was changed. Delete it when you no longer need it.',
  'CONFLICT-example-folder-taken':
    'The folder for the example holds something else, which was not touched: {{folder}}. Move that away, then try again.',
  'CONFLICT-example-changing': 'The workspace is just being changed. Wait a moment.',
  'CONFLICT-work-running':
    'An import, an export or a backup is still running, so the workspace was not changed. Wait for it, or stop it.',
  'CONFLICT-order-in-other-case':
    'Order {{orderNumber}} is in another case of the same scene by now. Nothing was changed. Take it out there first.',
  'CONFLICT-changed-since':
    'Something changed since that act, so it was not taken back. Nothing was changed. Look at the newer change first.',
  'INVALID_FILE-no-pack-update':
    'This is no rule update. The rules are unchanged. Ask for the complete file.',
  'INVALID_FILE-bad-signature':
    'The signature does not hold: the file was changed on its way, or signed by somebody else. The rules are unchanged. Do not use this file.',
  'INVALID_FILE-unreadable-pack':
    'The signature holds, but this version cannot read the pack inside. The rules are unchanged. Update AppealDesk first.',
  'INVALID_FILE-unsound-pack':
    'The signature holds, but the pack inside is not sound: it names what is not there, or leaves out what has to be. The rules are unchanged. Tell whoever signed it.',
  'INVALID_FILE-figure-in-words':
    'The signature holds, but a text of the pack writes out a figure that a rule gives, and would no longer follow it. The rules are unchanged. Tell whoever signed it.',
  'INVALID_FILE-older-pack':
    'This pack is version {{version}}; the one in use is newer ({{current}}). The rules are unchanged.',
  'INVALID_FILE-same-pack': 'This version ({{version}}) is in use already; nothing changed.',
  'INVALID_FILE-not-json': 'This file is no JSON. The working days are unchanged. Ask for the complete file.',
  'INVALID_FILE-no-calendar-year':
    'This file holds no year of working days, and they are unchanged. It wants the calendar, the year, its notices, the days off and the make-up days; the documentation shows the form.',
  'INVALID_FILE-no-calendar-year-calendar':
    'Line {{line}}: it does not say whose calendar this is (CN for China). The working days are unchanged.',
  'INVALID_FILE-no-calendar-year-year':
    'Line {{line}}: it does not say which year this is; write four digits, e.g. 2027. The working days are unchanged.',
  'INVALID_FILE-no-calendar-year-notices':
    'Line {{line}}: the notice is not complete. Each wants its number, its date (as 2026-11-25) and its address (null where there is none), and there must be one. The working days are unchanged.',
  'INVALID_FILE-no-calendar-year-days-off':
    'Line {{line}}, days off no. {{number}}: they want a first and a last day (as 2027-02-04) and the name of the holiday in both languages. The working days are unchanged.',
  'INVALID_FILE-no-calendar-year-makeup-days':
    'Line {{line}}, make-up days no. {{number}}: they want a first and a last day (as 2027-01-30) and the name of the holiday in both languages. The working days are unchanged.',
  'INVALID_FILE-no-calendar-year-dates':
    'Each part is right, and they do not go together: an end before its start, a day of another year, a day both off and worked, or no notice. The working days are unchanged.',
  'INVALID_FILE-no-calendar-year-extra':
    'Line {{line}}: “{{extra}}” does not belong here. Correct the name, or take it out. The working days are unchanged.',
  'INVALID_FILE-unknown-calendar': 'No calendar is called "{{calendar}}". Nothing was changed.',
  'INVALID_FILE-no-notices':
    'The calendar of this region does not go by official notices, so no year can be added to it. Nothing was changed.',
  'INVALID_FILE-older-year':
    '{{last}} is known already, and {{year}} is an earlier year. Nothing was changed.',
  'INVALID_FILE-gap-in-years':
    'The years are known up to {{last}}; one before {{year}} is missing. Bring that in first.',
  'INVALID_FILE-known-year':
    '{{year}} is known already, and this file has no later notice. Nothing was changed.',
  'FILE_CHANGED-since-shown':
    'The file is no longer the one you were shown. Nothing was put in. Choose it again.',
  'BAD_REQUEST-site-not-said':
    "Say which site's back office it was, or that all sites show it. Nothing was noted.",
  'BAD_REQUEST-no-such-site': 'The pack of this platform has no site "{{site}}". Nothing was noted.',
  'BAD_REQUEST-seen-in-future': 'That day has not come yet; nothing was noted. Check the date.',
  'BAD_REQUEST-other-kind-of-value': 'This rule speaks of another kind of thing. Nothing was noted.',
  'BAD_REQUEST-value-cannot-hold':
    'This rule cannot hold such a value. Nothing was noted. Check the words in your back office.',
  'INVALID_FILE-no-signing-key':
    'This is no Ed25519 private key (PEM). Nothing was signed. Make one with openssl genpkey -algorithm ed25519.',
  'INVALID_FILE-cannot-be-written':
    '{{path}} cannot be written: it is there already, or not yours to write. Nothing was overwritten. Choose another name.',
  'CONFLICT-already-taken-over': '{{name}} has already taken this shift over. Nothing was changed.',
  'BAD_REQUEST-no-number-here':
    'Chances go by no number here, or the notice has the place for it, so nothing was changed.',
  'BAD_REQUEST-choice-changes-nothing':
    'Nothing in this case rests on that reading, so nothing was changed: it would be judged the same.',
  'CONFLICT-stopped-already': 'This deadline has ended already, so nothing was changed.',
  'BAD_REQUEST-given-up-elsewhere':
    'What vanishes is saved, or given up with a reason, in the list of what to save. Nothing was changed.',
  'CONFLICT-scene-gone':
    'The rules of today no longer have this scene, so nothing was changed: the case goes on by the rules it began with.',
  'CONFLICT-own-handover':
    'Nobody takes over what they handed over themselves. Nothing was changed. Let the next operator do it.',
  'CONFLICT-no-shift':
    'A handover is of a span that is over, of at most 31 days, and looks at most 31 days ahead. Nothing was kept. Choose other times.',
} as const;
