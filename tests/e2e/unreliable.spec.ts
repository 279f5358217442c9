/**
 * - "what is typed survives": an edited rationale after a reload
 * - "[E5] two people change one thing": both texts are shown
 * - "[T5] a review of a version that has moved on": refused with both versions
 * - "[E4] lost answers": a repeated request adds nothing twice
 * - "undo": a tag, a claim, an edit
 */
export {};
