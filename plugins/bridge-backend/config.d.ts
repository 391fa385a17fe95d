export interface Config {
  /** Tech Bridge */
  bridge?: {
    /** The plant's time: rules, terms and shifts count with it. */
    calendar?: {
      /**
       * An IANA time zone; the server's own when it is not set.
       * @example Asia/Shanghai
       */
      timeZone?: string;
      /**
       * The hours of the shifts, from `start` up to but not including `end`
       * (0 to 24). Without it: day 8–16, middle 16–24, night 0–8.
       */
      shifts?: Array<{
        shift: 'day' | 'middle' | 'night';
        start: number;
        end: number;
      }>;
      /**
       * The list of holidays that series of review meetings keep to, from
       * `holidays.yaml`. Without it they take place on holidays, too.
       * @example cn-public
       */
      holidays?: string;
    };
    /** How work items go. */
    workflows?: {
      /**
       * Folders of definitions (`*.yaml`), of texts (`notifications.yaml`) and
       * of lists of holidays (`holidays.yaml`), from the backend's folder. They are read at every start after the
       * shipped ones; a file with the id of a shipped one takes its place.
       */
      folders?: string[];
      /**
       * Who decides how a workflow goes once it is in force. Without it, a
       * changed file is in force at once, until two people have put a version
       * of their own into force; from then on it becomes a draft for them.
       * `pages`: it always becomes a draft. `files`: the folders alone decide,
       * such as a repository with reviews of its own; a changed file is in
       * force at once, and the pages only show it.
       */
      sourceOfTruth?: 'files' | 'pages';
    };
    /**
     * Where workflows may send webhooks to, and nowhere else. Redirections are
     * not followed.
     */
    webhooks?: Array<{
      /**
       * Such as `https://hooks.plant.example`, without a path.
       */
      origin: string;
      /**
       * Signs what is sent there.
       * @visibility secret
       */
      secret: string;
    }>;
    /** A made-up factory to try everything with; refused in production. */
    demo?: {
      /** The folder that holds `appointments.yaml` and the like, from the backend's folder. */
      folder: string;
    };
  };
}
