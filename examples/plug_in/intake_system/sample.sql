-- Invented sites.
INSERT INTO mentors VALUES
    ('oak', 'Oak City', 'Oak City Health', '{diversion}', 'urban', 2, '{"peer workforce": 4}'),
    ('elm', 'Elm County', NULL, '{child_welfare,diversion}', 'rural', 1, '{"family support": 5}'),
    ('ash', 'Ash Village', NULL, '{alternatives_to_incarceration}', NULL, NULL, '{}');

INSERT INTO applications VALUES
    ('pine', 'Pine County', 'Pine Sheriff', 'MN', 'ready', '{diversion}', 'rural', 4, 3, 87.50, '{"peer workforce": 5}', '{oak,elm}'),
    ('lake', 'Lake Parish', NULL, 'LA', 'ready', '{child_welfare}', 'rural', 3, 2, 81.25, '{"family support": 5}', '{elm}'),
    ('fjord', 'Fjord City', 'Fjord Fire', 'WA', 'provisional', '{diversion}', 'urban', 5, 3, 90.00, '{}', '{}'),
    ('bay', 'Bay Township', NULL, 'NJ', 'ready', '{diversion}', NULL, NULL, NULL, NULL, '{}', '{oak}'),
    ('moor', 'Moor County', NULL, 'PA', 'hold', '{diversion}', 'rural', 2, 2, 70.00, '{}', '{}'),
    ('fen', 'Fen County', NULL, 'KS', 'ready', '{child_welfare}', 'rural', 3, 7, 75.00, '{"family support": 3}', '{elm}');
