-- What the intake system had before it met the library: its own names, its own types.
CREATE TABLE applications (
    site_code text PRIMARY KEY,
    county text NOT NULL,
    agency text,
    state_code char(2),
    phase text NOT NULL DEFAULT 'ready',
    programs text[] NOT NULL DEFAULT '{}',
    area text,
    team integer,
    travelers integer,
    score numeric(5, 2),
    needs jsonb NOT NULL DEFAULT '{}',
    choices text[] NOT NULL DEFAULT '{}' -- mentors, best first
);

CREATE TABLE mentors (
    mentor_code text PRIMARY KEY,
    title text NOT NULL,
    agency text,
    programs text[] NOT NULL DEFAULT '{}',
    area text,
    places integer,
    strengths jsonb NOT NULL DEFAULT '{}'
);

-- What it gets back.
CREATE TABLE rounds (
    round integer PRIMARY KEY,
    status text NOT NULL,
    digest text NOT NULL, -- of the document that was matched
    result jsonb NOT NULL
);

CREATE TABLE matches (
    round integer NOT NULL REFERENCES rounds ON DELETE CASCADE,
    site_code text NOT NULL REFERENCES applications,
    mentor_code text REFERENCES mentors, -- null: no mentor
    reason text NOT NULL,
    PRIMARY KEY (round, site_code)
);
