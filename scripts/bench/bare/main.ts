import { createApp } from 'vue'
import BareWindow from './BareWindow.vue'

createApp(BareWindow).mount('#app')
