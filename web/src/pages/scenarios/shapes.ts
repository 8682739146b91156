// What the server tells of scenarios and drills.
export interface Level {
  id: string;
  name: string;
}
export interface Best {
  score: number;
  level: string;
  passed: boolean;
  at: string;
}
export interface Scenario {
  id: string;
  name: string;
  industry: string;
  person: string;
  title: string;
  firm: string;
  role: string;
  role_name: string;
  situation: string;
  goal: string;
  levels: Level[];
  needs: number;
  best: Best | null;
  times: number;
  unfinished: boolean;
  send: Record<string, string>;
}
export interface Drill {
  id: string;
  name: string;
  about: string;
  prompts: number;
  due: boolean;
  send: string;
}
