import { clickhouseSettings, kafkaSettings } from '@bellhop/runtime';

export const settings = { ...kafkaSettings, ...clickhouseSettings };
