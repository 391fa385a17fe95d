/** Writes the open boards of the planned items. @internal */
export const WRITE_OPEN_BOARDS = `
  INSERT INTO boards (item_id, board, round, status, facts)
  SELECT items.id, board ->> 'id', 1, 'open', board::text
  FROM bench.plan
  JOIN items ON items.id = plan.number
  CROSS JOIN LATERAL jsonb_array_elements(
    items.engine::jsonb -> 'boards') AS board`;

/** Writes a board that is closed for whatever else was once voted on. @internal */
export const WRITE_CLOSED_BOARDS = `
  INSERT INTO boards (item_id, board, round, status, facts)
  SELECT items.id, 'board', 1, 'approved', '{}'
  FROM bench.plan
  JOIN items ON items.id = plan.number
    AND items.workflow IN ('proposal', 'requirement')
  WHERE NOT EXISTS (SELECT FROM boards WHERE boards.item_id = items.id)`;

/** Writes the same number of ballots on every board. @internal */
export const WRITE_BALLOTS = `
  INSERT INTO ballots (
    item_id, board, round, voter_id, number, choice, reason, at)
  SELECT items.id, boards.board, 1, 1 + (items.id + turn) % :people, 1,
    CASE turn % 3 WHEN 0 THEN 'reject' ELSE 'approve' END,
    CASE turn % 3 WHEN 0 THEN repeat('理由不足，', 5) END, items.updated_at
  FROM boards
  JOIN items ON items.id = boards.item_id
  CROSS JOIN generate_series(1, :ballots) AS turn
  LIMIT :votes`;

/** How many boards there are. @internal */
export const COUNT_BOARDS = 'SELECT count(*)::integer AS boards FROM boards';
