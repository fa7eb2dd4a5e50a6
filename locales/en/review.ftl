### Doubtful pairs to judge, and all that is known of a person.

review-title = Pairs to judge: is it the same person?
review-sheet-open = To judge
review-sheet-sample = Sample
review-help-sample = { $n ->
    [one] { $n_shown } pair drawn at random.
   *[other] { $n_shown } pairs drawn at random.
  } Judge them all, without looking at what the program makes of them; write “I do not know” where needed. Save, then: bato review --import THIS-FILE
review-help-open = { $n ->
    [one] { $n_shown } pair.
   *[other] { $n_shown } pairs.
  } Each pair takes two rows. Those that repair most come first. Read both rows, choose in the column Decision, save, then: bato review --import THIS-FILE
review-same = the same person
review-different = not the same person
review-unknown = I do not know
review-column-decision = Decision
review-column-note = Note
review-column-probability = Probability
review-column-for = What says: the same person
review-column-against = What says: two persons
review-column-nom = Surname
review-column-postnom = Post-name
review-column-prenom = First name
review-column-sex = Sex
review-column-birth_date = Date of birth
review-column-birth_place = Place of birth
review-column-relation = Relation
review-column-quartier = Quartier
review-column-avenue = Avenue
review-column-parcel = Parcel
review-on-both-sides = { $name } (on both sides)
review-column-company = The rest of the household, or the parents
review-column-source = File, sheet and row
review-column-register = In the register
review-one-person = one person
review-two-persons = two persons
review-count = { $n ->
    [0] No pair waits to be judged
    [one] One pair waits to be judged
   *[other] { $n_shown } pairs wait to be judged
  }; { $joined ->
    [one] { $joined_shown } merge can be looked at again.
   *[other] { $joined_shown } merges can be looked at again.
  }
review-how = Export them with “bato review --export pairs.xlsx”.
review-exported = Written: { $path } ({ $n ->
    [one] { $n_shown } pair
   *[other] { $n_shown } pairs, those that repair most first
  }; { $more_shown } for later). Judge, save, then “bato review --import { $path }”.
review-sample-exported = Sample of { $n ->
    [one] { $n_shown } pair
   *[other] { $n_shown } pairs
  } written: { $path }. Judge each pair without help, save, then “bato review --import { $path }”.
review-sample-none = No sample has been judged. Write one with “bato review --sample 300 --export sample.xlsx”, judge it, then read it with “bato review --import sample.xlsx”.
review-sample-judged = Sample of version { $generation_shown } of the register: { $n ->
    [one] { $n_shown } pair judged
   *[other] { $n_shown } pairs judged
  }, { $open_shown } without a decision.
review-sample-precision = Merges that are right (precision): { $share }%, between { $low }% and { $high }% (at 95%).
review-sample-recall = Merges that were found (recall): { $share }%, between { $low }% and { $high }% (at 95%).
review-sample-limit = Recall counts only pairs that were compared and scored high enough to be stored: it does not see a pair that the program never compared.
review-imported = New decisions: { $same_shown } “the same person”, { $different_shown } “not the same”. Left open: { $open_shown }; known already: { $known_shown }.
review-imported-to = Kept in { $path }. Run “bato run” for them to count.
summary-decisions = Decisions followed: { $n_shown }
summary-stale = Decisions without effect, their rows or the decision undone are no longer there or their value is not possible ({ $n_shown }):
evidence = { $what }: { $level } ({ $strength })
strength-very-strong = very strong
strength-strong = strong
strength-fair = fair
strength-weak = weak
compared-nom = surname
compared-postnom = post-name
compared-order = order of the names
compared-prenom = first name
compared-born_on = date of birth
compared-sex = sex
compared-birth_place = place of birth
compared-company = same persons in the household, same address
compared-role = place in the household
compared-generation = mark of father, son, Senior, Junior
compared-kept_apart = why they may not be joined
compared-relatives = perhaps relatives of one another
level-same = the same
level-same_sound = same name, other spelling
level-slip = a typing error
level-alike = alike
level-initial = same initial
level-different = different
level-as_written = as written
level-swapped = surname and post-name swapped
level-other_order = in another order
level-same_day = the same day
level-same_month = the same month
level-same_year = the same year
level-near_year = within a year or two
level-other_year = another year
level-other_day = another day of the same year
level-same_anniversary = same day and month, other year
level-two_days = entirely different dates
level-few_years = a few years apart
level-days_of_near_years = quite different dates in two consecutive years
level-compatible = nothing against it
level-head_and_child = head or spouse on one side, child on the other in the same year
level-one_mark = on one side only
level-unlike_dates = two quite different dates of birth
level-unlike_ages = ages too far apart
level-unlike_sexes = the sex differs and the household proves nothing
level-head_and_young_child = head, spouse, parent or grandparent on one side, child under twelve on the other
level-unlike_generations = father and son, or Senior and Junior
level-two_heads = two heads in the same census round, with no person and no date of birth in common
level-one_fiche_number = two rows under the same form number
level-thin_evidence = too little evidence to decide
level-perhaps_twins = perhaps twins
level-one_fiche = two rows of the same form
level-other_rows_disagree = other rows of these persons speak against it
level-another_row_fits = another row of the form fits as well
level-near_day = a few days apart
level-several_companions = several persons in common
level-one_companion = one person in common
level-name_of_companion = one person in common, by one word of the name
level-same_address = the same parcel
level-same_avenue = the same avenue
level-same_quartier = the same quartier
level-other_quartier = another quartier
level-other_parents = other parents
level-another_fits = another row fits better
level-possible = possible
show-title = All that is known of { $id }
show-note = This page holds names: it must not leave the commune.
show-rows-title = Rows
show-rows = Rows ({ $n_shown }):
show-links = Why these rows are one person:
show-not-joined = Pairs not merged:
show-prior = before any comparison
show-step = { $what }: { $level }
show-sum = sum { $weight }; probability { $probability }; { $decided }
show-weight = Weight (bits)
show-strength = Strength
show-compared = Comparison
show-written = Page written: { $path }
show-about = about { $year }
show-sex = sex
show-born = date of birth
show-born-at = place of birth
show-address = address
show-last-address = last address
show-act-address = address on the record
address-quartier = quartier { $value }
address-avenue = avenue { $value }
address-parcel = no. { $value }
address-moved = { $place }, house not known since the move
address-moved-known = { $place }, since the move
address-moved-away = not known since the move
address-with-before = { $text } (before: { $before })
show-relation = relation to the head
show-marital-status = marital status
show-occupation = occupation
show-act = birth record
act-with-year = { $act } ({ $year })
show-spouse = spouse
spouse-died = { $name }, died{ $has_date ->
    [no] {""}
   *[yes] {" "}on { $on }
  }, as the event reports
show-seen = sheets and records of
show-household = household
show-company = with
show-former = former identifiers
outcome-registered = registered
outcome-merged = merged
decided-score = decided by the score
decided-rule = kept apart by a rule
decided-person = decided by a person
show-links-details = Why these rows are one person (weight in bits: one bit more doubles the odds):
show-result = probability { $probability }; { $decided }
show-for = { $strength }, for
show-against = { $strength }, against

judge-reason = judged pair by pair
judge-keys = Answer 1 (same person), 2 (two persons), 3 (I do not know), u (undo the last answer) or q (stop).
judge-left = { $n ->
    [0] No pair is waiting.
    [one] { $n_shown } pair is waiting.
   *[other] { $n_shown } pairs are waiting.
  }
judge-none = No pair is waiting any more. The next import may find others.
judge-age = { $n } years old
judge-apart = What keeps them apart: { $level }.
judge-written = Answer saved (pair { $pair }).
judge-last = Your answer: { $judgement }. The program estimates the probability of one person at { $probability }.
judge-last-unscored = Your answer: { $judgement }.
judge-undone = Answer undone: { $judgement } ({ $rows }). Nothing of it remains.
judge-undone-later = Answer undone: { $judgement } ({ $rows }). The register already takes it into account; the next import corrects that.
judge-agreement = { $n ->
    [one] { $n_shown } pair judged by two agents
   *[other] { $n_shown } pairs judged by two agents
  }, the same answer for { $agree_shown }; without an answer of the second: { $unknown_shown }.
judge-agreement-share = Agreement: { $share } (between { $low } and { $high }, at 95%).
judge-agreement-kappa = Agreement beyond chance (Cohen’s kappa): { $kappa } (between { $low } and { $high }, at 95%).
judge-disagreement = Disagreement. { $first }; { $second }.
