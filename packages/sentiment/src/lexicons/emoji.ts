/** Emoji and smileys of one side, in any language; a blank between two. */
export const EMOJI = {
  glad: '😀 😃 😄 😁 😆 😊 🙂 😇 😍 🥰 😘 🤩 😋 🤗 👍 👏 👌 🙌 🎉 💯 🌟 ⭐ ✨ 💖 💕 💗 💓 💜 💙 💚 🧡 💛 😌 🥳 ☺ ❤ ♥ :) :-) :D ^^ ㅎㅎ',
  cross:
    '😡 😠 🤬 😤 😞 😢 😭 👎 🤮 🤢 😱 😒 🙄 💩 😖 😩 😫 😔 💔 😣 🥵 🥶 🤒 🤕 😰 😨 😟 🙁 ☹ 😑 🤦 :( :-( ㅠㅠ ㅜㅜ',
} as const;
