/** What the evaluation uses of packages that come without types. */
declare module 'vader-sentiment' {
  const vader: {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
  };
  export default vader;
}

declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: object): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/lang-all' {
  export const LangAll: object;
}

declare module '@nlpjs/sentiment' {
  import type { Container } from '@nlpjs/core';
  export class SentimentAnalyzer {
    constructor(settings: { container: Container });
    process(input: { locale: string; utterance: string }): Promise<{ sentiment: { score: number } }>;
  }
}
