import 'element-plus/es/components/input-number/style/css.mjs'
import 'element-plus/es/components/slider/style/css.mjs'
import 'element-plus/es/components/switch/style/css.mjs'
import './element.css'
