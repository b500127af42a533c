import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './locales/i18n.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/paper.css'

createApp(App).use(createPinia()).use(i18n).mount('#app')
