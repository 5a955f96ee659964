<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="4" limitMode="0" accumulate="0" startField="start_date" endField="end_date" startExpression="to_datetime(&quot;start_date&quot;)" endExpression="to_datetime(&quot;end_date&quot;) + to_interval('1 day')" durationField="" durationUnit="min" fixedDuration="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="kind" symbollevels="0" forceraster="0">
  <categories>
   <category type="string" value="birth" label="Birth" symbol="0" render="true" />
   <category type="string" value="home" label="Home" symbol="1" render="true" />
   <category type="string" value="commune" label="Commune" symbol="2" render="true" />
   <category type="string" value="politics" label="Politics" symbol="3" render="true" />
   <category type="string" value="captivity" label="Captivity" symbol="4" render="true" />
   <category type="string" value="exile" label="Exile" symbol="5" render="true" />
   <category type="string" value="refuge" label="Refuge" symbol="6" render="true" />
   <category type="string" value="transit" label="Transit" symbol="7" render="true" />
   <category type="string" value="event" label="Event" symbol="8" render="true" />
   <category type="string" value="death" label="Death" symbol="9" render="true" />
  </categories>
  <symbols>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0xLjAsMEExLjAsMS4wIDAgMSAxIC0xLjAsMEExLjAsMS4wIDAgMSAxIDEuMCwwWiIgZmlsbD0icGFyYW0oZmlsbCkiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkiIHN0cm9rZS13aWR0aD0iMC4yOCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCIgLz48cGF0aCBkPSJNMC4zOCwwQTAuMzgsMC4zOCAwIDEgMSAtMC4zOCwwQTAuMzgsMC4zOCAwIDEgMSAwLjM4LDBaIiBmaWxsPSJwYXJhbShvdXRsaW5lKSIgLz48L3N2Zz4=" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="251,248,241,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjk1LDBBMC45NSwwLjk1IDAgMSAxIC0wLjk1LDBBMC45NSwwLjk1IDAgMSAxIDAuOTUsMFoiIGZpbGw9InBhcmFtKGZpbGwpIiBzdHJva2U9InBhcmFtKG91dGxpbmUpIiBzdHJva2Utd2lkdGg9IjAuMjgiIHN0cm9rZS1saW5lam9pbj0icm91bmQiIC8+PC9zdmc+" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="251,248,241,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjk1LDBBMC45NSwwLjk1IDAgMSAxIC0wLjk1LDBBMC45NSwwLjk1IDAgMSAxIDAuOTUsMFoiIGZpbGw9InBhcmFtKGZpbGwpIiBzdHJva2U9InBhcmFtKG91dGxpbmUpIiBzdHJva2Utd2lkdGg9IjAuMjgiIHN0cm9rZS1saW5lam9pbj0icm91bmQiIC8+PC9zdmc+" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="251,248,241,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="3">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjAwMCwtMS4yMDBMMS4yMDAsMC4wMDBMMC4wMDAsMS4yMDBMLTEuMjAwLDAuMDAwWiIgZmlsbD0icGFyYW0oZmlsbCkiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkiIHN0cm9rZS13aWR0aD0iMC4yOCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCIgLz48L3N2Zz4=" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="168,32,26,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="4">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjg2MywtMC44NjNMMC44NjMsMC44NjNMLTAuODYzLDAuODYzTC0wLjg2MywtMC44NjNaIiBmaWxsPSJwYXJhbShmaWxsKSIgc3Ryb2tlPSJwYXJhbShvdXRsaW5lKSIgc3Ryb2tlLXdpZHRoPSIwLjI4IiBzdHJva2UtbGluZWpvaW49InJvdW5kIiAvPjwvc3ZnPg==" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="38,34,29,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="5">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjAwMCwtMS4wODBMMC45MzUsLTAuNTQwTDAuOTM1LDAuNTQwTDAuMDAwLDEuMDgwTC0wLjkzNSwwLjU0MEwtMC45MzUsLTAuNTQwWiIgZmlsbD0icGFyYW0oZmlsbCkiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkiIHN0cm9rZS13aWR0aD0iMC4yOCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCIgLz48L3N2Zz4=" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="38,34,29,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="6">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjk1LDBBMC45NSwwLjk1IDAgMSAxIC0wLjk1LDBBMC45NSwwLjk1IDAgMSAxIDAuOTUsMFoiIGZpbGw9InBhcmFtKGZpbGwpIiBzdHJva2U9InBhcmFtKG91dGxpbmUpIiBzdHJva2Utd2lkdGg9IjAuMjgiIHN0cm9rZS1saW5lam9pbj0icm91bmQiIC8+PC9zdmc+" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="251,248,241,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="7">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjUsMEEwLjUsMC41IDAgMSAxIC0wLjUsMEEwLjUsMC41IDAgMSAxIDAuNSwwWiIgZmlsbD0icGFyYW0oZmlsbCkiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkiIHN0cm9rZS13aWR0aD0iMC4yOCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCIgLz48L3N2Zz4=" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="251,248,241,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="8">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0wLjAwMCwtMS4yMDBMMS4yMDAsMC4wMDBMMC4wMDAsMS4yMDBMLTEuMjAwLDAuMDAwWiIgZmlsbD0icGFyYW0oZmlsbCkiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkiIHN0cm9rZS13aWR0aD0iMC4yOCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCIgLz48L3N2Zz4=" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="168,32,26,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="9">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle" />
      <Option type="QString" name="size" value="0" />
      <Option type="QString" name="size_unit" value="RenderMetersInMapUnits" />
      <Option type="QString" name="color" value="168,32,26,26" />
      <Option type="QString" name="outline_color" value="168,32,26,153" />
      <Option type="QString" name="outline_style" value="dot" />
      <Option type="QString" name="outline_width" value="0.21" />
      <Option type="QString" name="outline_width_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="size">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="if(&quot;precision&quot; = 'region', max(50000, 0.0074 * @map_scale), 0)" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SvgMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="base64:PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ii0xLjYgLTEuNiAzLjIgMy4yIiB3aWR0aD0iMzIiIGhlaWdodD0iMzIiPjxwYXRoIGQ9Ik0xLjAsMEExLjAsMS4wIDAgMSAxIC0xLjAsMEExLjAsMS4wIDAgMSAxIDEuMCwwWiIgZmlsbD0icGFyYW0oZmlsbCkiIHN0cm9rZT0icGFyYW0ob3V0bGluZSkiIHN0cm9rZS13aWR0aD0iMC4yOCIgc3Ryb2tlLWxpbmVqb2luPSJyb3VuZCIgLz48cGF0aCBkPSJNMC4zOCwwQTAuMzgsMC4zOCAwIDEgMSAtMC4zOCwwQTAuMzgsMC4zOCAwIDEgMSAwLjM4LDBaIiBmaWxsPSJwYXJhbShvdXRsaW5lKSIgLz48L3N2Zz4=" />
      <Option type="QString" name="size" value="4.8" />
      <Option type="QString" name="size_unit" value="MM" />
      <Option type="QString" name="color" value="251,248,241,255" />
      <Option type="QString" name="outline_color" value="38,34,29,255" />
      <Option type="QString" name="outline_width" value="0" />
      <Option type="QString" name="scale_method" value="diameter" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="coalesce(if(@map_scale &gt; 500000, map_get(map('rue-fessart', 'Paris', 'sante-prison', 'Paris', 'assize-trial', 'Paris', 'melun-prison', 'Melun', 'belleville-1917', 'Paris', 'barcelona-cell-1917', 'Barcelona', 'barcelona-rising-1917', 'Barcelona', 'hanko-1919', 'Hangö', 'petrograd-smolny', 'Petrograd', 'moscow-kropotkin-1921', 'Moscow', 'kronstadt-1921', 'Petrograd', 'narva-tallinn-1921', 'Tallinn', 'berlin-1923', 'Berlin', 'leningrad-home', 'Leningrad', 'moscow-1927', 'Moscow', 'leningrad-prison-1928', 'Leningrad', 'leningrad-hospital-1928', 'Leningrad', 'leningrad-asylum-1932', 'Leningrad', 'leningrad-arrest-1933', 'Leningrad', 'lubyanka-1933', 'Moscow', 'butyrka-1933', 'Moscow', 'orenburg-hospital-1935', 'Orenburg', 'paris-gide-1936', 'Paris', 'villa-air-bel', 'Marseille', 'marseille-ship-detention', 'Marseille', 'hotel-de-rome', 'Marseille', 'marseille-embarkation', 'Marseille', 'martinique-lazaret', 'Les Trois-Îlets', 'san-fernando-1941', 'Mexico City', 'coyoacan', 'Coyoacán', 'mexico-attack-1943', 'Mexico City', 'mexico-death', 'Mexico City', 'panteon-frances', 'Mexico City'), &quot;id&quot;), NULL), &quot;name_then&quot;)" isExpression="1" fontSize="9" fontSizeUnit="Point" fontWeight="75" fontItalic="0" textColor="38,34,29,255" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="251,248,241,255" bufferOpacity="1" bufferJoinStyle="128" />
   </text-style>
   <placement priority="8" placement="6" predefinedPositionOrder="TR" dist="0.6" distUnits="MM" offsetType="1" />
   <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" scaleVisibility="0" />
   <dd_properties>
    <Option type="Map">
     <Option type="QString" name="name" value="" />
     <Option type="Map" name="properties">
      <Option type="Map" name="Priority">
       <Option type="bool" name="active" value="true" />
       <Option type="QString" name="expression" value="if(&quot;tour&quot;, 10, 7)" />
       <Option type="int" name="type" value="3" />
      </Option>
     </Option>
     <Option type="QString" name="type" value="collection" />
    </Option>
   </dd_properties>
  </settings>
 </labeling>
 <fieldConfiguration>
  <field name="id" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="seq" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="chapter" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="1. Born in exile" value="belgium" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="2. The rule of silence" value="france" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="3. A new name" value="spain" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="4. Hostage" value="france-again" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="5. The besieged city" value="russia" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="6. The revolution that did not come" value="germany" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="7. The waiting room" value="vienna" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="8. The vow to write" value="leningrad" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="9. Three years, sign here" value="orenburg" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="10. Midnight in the century" value="brussels-and-paris" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="11. The last open port" value="marseille" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="12. Half a year of ships" value="crossing" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="13. The last refuge" value="mexico" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="title" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="name_then" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="name_now" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="country_then" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="country_now" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="kind" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="birth" value="birth" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="home" value="home" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="commune" value="commune" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="politics" value="politics" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="captivity" value="captivity" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="exile" value="exile" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="refuge" value="refuge" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="transit" value="transit" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="event" value="event" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="death" value="death" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="start_date" configurationFlags="None">
   <editWidget type="DateTime">
    <config>
     <Option type="Map">
      <Option type="QString" name="display_format" value="yyyy-MM-dd" />
      <Option type="QString" name="field_format" value="yyyy-MM-dd" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="end_date" configurationFlags="None">
   <editWidget type="DateTime">
    <config>
     <Option type="Map">
      <Option type="QString" name="display_format" value="yyyy-MM-dd" />
      <Option type="QString" name="field_format" value="yyyy-MM-dd" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="date_edtf" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="date_text" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="certainty" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="certain" value="certain" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="less-certain" value="less-certain" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="uncertain" value="uncertain" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="precision" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="address" value="address" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="site" value="site" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="city" value="city" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="region" value="region" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="summary" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="persons" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="companions" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="works" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="quote" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="quote_by" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="correction" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="note" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="tour" configurationFlags="None">
   <editWidget type="CheckBox">
    <config />
   </editWidget>
  </field>
  <field name="sources" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="place_id" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias index="0" field="id" name="Id" />
  <alias index="1" field="seq" name="No." />
  <alias index="2" field="chapter" name="Chapter" />
  <alias index="3" field="title" name="Title" />
  <alias index="4" field="name_then" name="Place then" />
  <alias index="5" field="name_now" name="Place now" />
  <alias index="6" field="country_then" name="State then" />
  <alias index="7" field="country_now" name="Country now" />
  <alias index="8" field="kind" name="Kind of stay" />
  <alias index="9" field="start_date" name="First possible day" />
  <alias index="10" field="end_date" name="Last possible day" />
  <alias index="11" field="date_edtf" name="Dates (EDTF)" />
  <alias index="12" field="date_text" name="Dates in words" />
  <alias index="13" field="certainty" name="Certainty" />
  <alias index="14" field="precision" name="The point stands for" />
  <alias index="15" field="summary" name="Summary" />
  <alias index="16" field="persons" name="Persons" />
  <alias index="17" field="companions" name="With" />
  <alias index="18" field="works" name="Wrote there" />
  <alias index="19" field="quote" name="Quote" />
  <alias index="20" field="quote_by" name="Who speaks" />
  <alias index="21" field="correction" name="In fact" />
  <alias index="22" field="note" name="Note" />
  <alias index="23" field="tour" name="In the short tour" />
  <alias index="24" field="sources" name="Sources" />
  <alias index="25" field="place_id" name="Place id" />
 </aliases>
 <editable>
  <field name="id" editable="1" />
  <field name="seq" editable="0" />
  <field name="chapter" editable="1" />
  <field name="title" editable="1" />
  <field name="name_then" editable="1" />
  <field name="name_now" editable="1" />
  <field name="country_then" editable="1" />
  <field name="country_now" editable="1" />
  <field name="kind" editable="1" />
  <field name="start_date" editable="0" />
  <field name="end_date" editable="0" />
  <field name="date_edtf" editable="1" />
  <field name="date_text" editable="0" />
  <field name="certainty" editable="1" />
  <field name="precision" editable="1" />
  <field name="summary" editable="1" />
  <field name="persons" editable="1" />
  <field name="companions" editable="1" />
  <field name="works" editable="1" />
  <field name="quote" editable="1" />
  <field name="quote_by" editable="1" />
  <field name="correction" editable="1" />
  <field name="note" editable="1" />
  <field name="tour" editable="1" />
  <field name="sources" editable="1" />
  <field name="place_id" editable="1" />
 </editable>
 <defaults>
  <default field="id" expression="CASE WHEN &quot;seq&quot; IS NULL THEN regexp_replace(regexp_replace(lower(&quot;title&quot;), '[^a-z0-9]+', '-'), '^-|-$', '') ELSE &quot;id&quot; END" applyOnUpdate="1" />
  <default field="seq" expression="" applyOnUpdate="0" />
  <default field="chapter" expression="" applyOnUpdate="0" />
  <default field="title" expression="" applyOnUpdate="0" />
  <default field="name_then" expression="" applyOnUpdate="0" />
  <default field="name_now" expression="" applyOnUpdate="0" />
  <default field="country_then" expression="" applyOnUpdate="0" />
  <default field="country_now" expression="" applyOnUpdate="0" />
  <default field="kind" expression="'home'" applyOnUpdate="0" />
  <default field="start_date" expression="" applyOnUpdate="0" />
  <default field="end_date" expression="" applyOnUpdate="0" />
  <default field="date_edtf" expression="" applyOnUpdate="0" />
  <default field="date_text" expression="" applyOnUpdate="0" />
  <default field="certainty" expression="'certain'" applyOnUpdate="0" />
  <default field="precision" expression="'city'" applyOnUpdate="0" />
  <default field="summary" expression="" applyOnUpdate="0" />
  <default field="persons" expression="" applyOnUpdate="0" />
  <default field="companions" expression="" applyOnUpdate="0" />
  <default field="works" expression="" applyOnUpdate="0" />
  <default field="quote" expression="" applyOnUpdate="0" />
  <default field="quote_by" expression="" applyOnUpdate="0" />
  <default field="correction" expression="" applyOnUpdate="0" />
  <default field="note" expression="" applyOnUpdate="0" />
  <default field="tour" expression="false" applyOnUpdate="0" />
  <default field="sources" expression="" applyOnUpdate="0" />
  <default field="place_id" expression="" applyOnUpdate="0" />
 </defaults>
 <constraints>
  <constraint field="id" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="seq" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="chapter" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="title" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="name_then" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="name_now" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="country_then" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="country_now" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="kind" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="start_date" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="end_date" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="date_edtf" constraints="5" notnull_strength="1" unique_strength="0" exp_strength="1" />
  <constraint field="date_text" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="certainty" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="precision" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="summary" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="persons" constraints="4" notnull_strength="0" unique_strength="0" exp_strength="2" />
  <constraint field="companions" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="works" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="quote" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="quote_by" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="correction" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="note" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="tour" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="sources" constraints="5" notnull_strength="1" unique_strength="0" exp_strength="2" />
  <constraint field="place_id" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
 </constraints>
 <constraintExpressions>
  <constraint field="id" exp="" desc="" />
  <constraint field="seq" exp="" desc="" />
  <constraint field="chapter" exp="" desc="" />
  <constraint field="title" exp="" desc="" />
  <constraint field="name_then" exp="" desc="" />
  <constraint field="name_now" exp="" desc="" />
  <constraint field="country_then" exp="" desc="" />
  <constraint field="country_now" exp="" desc="" />
  <constraint field="kind" exp="" desc="" />
  <constraint field="start_date" exp="" desc="" />
  <constraint field="end_date" exp="" desc="" />
  <constraint field="date_edtf" exp="regexp_match(&quot;date_edtf&quot;, '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.])(/([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.]))?$') &gt; 0" desc="Dates as 1919-01-26, 1919-01 or 1919; ~ about, ? perhaps; first/last: 1919~/1921" />
  <constraint field="date_text" exp="" desc="" />
  <constraint field="certainty" exp="" desc="" />
  <constraint field="precision" exp="" desc="" />
  <constraint field="summary" exp="" desc="" />
  <constraint field="persons" exp="coalesce(nullif(&quot;persons&quot;, 'NULL'), '') = '' OR array_length(array_filter(string_to_array(&quot;persons&quot;, ';'), NOT array_contains(array('leon-kibalchich', 'vera-poderevskaya', 'liuba-russakova', 'vlady-kibalchich', 'jeannine-kibalchich', 'laurette-sejourne', 'rirette-maitrejean', 'raymond-callemin', 'jean-de-boe', 'emile-chapelier', 'octave-garnier', 'edouard-carouy', 'eugene-dieudonne', 'salvador-segui', 'grigory-zinoviev', 'vladimir-mazin', 'marcel-body', 'peter-kropotkin', 'jacques-sadoul', 'karl-radek', 'angelica-balabanoff', 'adolf-joffe', 'leon-trotsky', 'christian-rakovsky', 'romain-rolland', 'andre-gide', 'henk-sneevliet', 'andreu-nin', 'varian-fry', 'daniel-benedite', 'mary-jayne-gold', 'miriam-davenport', 'andre-breton', 'jacqueline-lamba', 'claude-levi-strauss', 'wifredo-lam', 'anna-seghers', 'germaine-krull', 'julian-gorkin', 'marceau-pivert', 'gustav-regler', 'natalia-sedova', 'henryk-erlich', 'viktor-alter'), regexp_replace(trim(@element), ',.*$', '')))) = 0" desc="Ids of the persons, with “; ” between" />
  <constraint field="companions" exp="" desc="" />
  <constraint field="works" exp="" desc="" />
  <constraint field="quote" exp="" desc="" />
  <constraint field="quote_by" exp="" desc="" />
  <constraint field="correction" exp="" desc="" />
  <constraint field="note" exp="" desc="" />
  <constraint field="tour" exp="" desc="" />
  <constraint field="sources" exp="coalesce(nullif(&quot;sources&quot;, 'NULL'), '') = '' OR array_length(array_filter(string_to_array(&quot;sources&quot;, ';'), NOT array_contains(array('paizis-2012', 'maitron-serge', 'maitron-anarchistes', 'snac-serge', 'wikipedia-serge', 'albertani-evasions', 'meric-bandits', 'vgulage-kibalchich', 'magasin-kibaltchich', 'scialabba-witness', 'mookse-memoirs', 'ixelles-histoire', 'saint-andre-experience', 'wikipedia-serge-it', 'socialist-stories-serge', 'montanya-barcelona', 'serge-memoirs-escape', 'autogestion-serge', 'paris-luttes-bonnot', 'des-gens-fessart', 'criminocorpus-bonnot', 'greeman-men-in-prison', 'fabula-prison', 'parutions-carcerale', 'hauts-de-seine-bandits', 'becklivet-proces', 'piste-barcelona', 'aisa-novela', 'weissman-biography', 'greeman-birth-postface', 'buisneau-precigne', 'farcy-camps', 'm-editeur-serge', 'uacm-fotos', 'wikipedia-vlady', 'yarov-petrograd', 'bespalova-portrety', 'serge-kronstadt', 'memuarist-ladoga', 'memuarist-narva', 'memuarist-berlin-1922', 'memuarist-berlin-1923', 'serge-ot-revolyutsii', 'birchall-witness', 'retzlaw-spartacus', 'mandelshtam-kibalchich', 'hist-dictionary-marxism', 'albertani-vlady', 'serge-hospital', 'greeman-affair', 'jrank-totalitarianism', 'memuarist-deportation', 'memuarist-illness', 'oren-plamya', 'riere-brook-poems', 'vraisvoyageurs-serge', 'desolre-sneevliet', 'bass-marseille', 'serge-earthquake', 'asymptote-notebooks', 'intervalle-mexique', 'villa-air-bel-decouverte', 'tourisme-airbel', 'jacobin-notebooks', 'babelio-capitaine', 'cercle-shoah-capitaine', 'paul-lemerle-ship', 'coll-diary', 'crepu-mexico', 'france-culture-lemerle', 'acoram-capitaine', 'signes-et-balises', 'hoy-breton-lam', 'nexos-serge', 'albertani-socialismo', 'izquierda-san-fernando', 'gorkin-death', 'serge-works-list', 'reimann-brawls', 'serge-paricutin', 'edizioni-eo-paricutin', 'outcast-as-witness', 'memuarist-arrest-1928', 'memuarist-moscow-1933', 'memuarist-orenburg', 'memuarist-campaign', 'memuarist-departure', 'memuarist-warsaw', 'memuarist-denounced', 'memuarist-passports', 'memuarist-flight', 'memuarist-marseille', 'serge-carnets-1952', 'greeman-retour', 'sontag-unextinguished', 'albertani-metapolitica', 'gorkin-spaniard', 'lost-minds', 'citywalls-pryazhka', 'ceip-joffe', 'signes-chambrettes', 'coudees-franches', 'furet-varsovie', 'musee-fry-rapport', 'andrade-nin', 'youscribe-men-in-prison', 'maitron-callemin', 'maitron-de-boe', 'maitron-body', 'maitron-sadoul', 'maitron-benedite', 'maitron-pivert', 'wikipedia-maitrejean', 'dbalears-segui', 'wikipedia-zinoviev', 'lichtenstadt-mazin', 'mazin-obituary', 'simple-kropotkin', 'encyclopedia-balabanoff', 'wikipedia-joffe', 'encyclopedia-sedova', 'wikipedia-sneevliet', 'wikipedia-nin', 'berose-sejourne', 'jewish-press-fry', 'androom-breton', 'seroussi-lam', 'fundanin-gorkin', 'posen-erlich', 'litvinov-erlich-alter', 'isidore-memoirs', 'club-hommes-prison', 'la-breche-minuit', 'biondi-rirette', 'des-gens-rirette', 'memuarist-barcelona', 'jrank-cheka', 'wikipedia-okhrana', 'wikipedia-comintern', 'wikipedia-kpd', 'larousse-poum', 'figes-left-opposition', 'wikipedia-moscow-trials', 'criminocorpus-27-fevrier', 'escueladigital-panteon', 'siegelbaum-lenin-enrollment', 'wikipedia-cnt', 'vichy-french-state', 'merriman-bandits', 'greeman-blaze-afterword', 'serge-coyoacan', 'washington-times-weissman', 'gide-plaque', 'mandel-toulaev', 'maitron-garnier', 'maitron-dieudonne', 'montignies-carouy', 'munzinger-radek', 'sapere-rakovsky', 'brockhaus-rolland', 'wikipedia-gold', 'wikipedia-davenport', 'ledelarge-lamba', 'lapresse-levi-strauss', 'widerstand-seghers', 'wikipedia-krull', 'regler-lebenslauf', 'wikipedia-alter', 'maitron-komintern', 'cuadernos-vlady-lemerle', 'uacm-travesia', 'memuarist-holland', 'memuarist-rome'), regexp_replace(trim(@element), ',.*$', '')))) = 0" desc="Ids of the sources, each perhaps with a place in it: maitron-serge; memoirs, p. 12" />
  <constraint field="place_id" exp="" desc="" />
 </constraintExpressions>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer name="What" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="title" index="3" showLabel="1" />
   <attributeEditorField name="id" index="0" showLabel="1" />
   <attributeEditorField name="seq" index="1" showLabel="1" />
   <attributeEditorField name="kind" index="8" showLabel="1" />
   <attributeEditorField name="chapter" index="2" showLabel="1" />
   <attributeEditorField name="tour" index="23" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="When" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="date_edtf" index="11" showLabel="1" />
   <attributeEditorField name="date_text" index="12" showLabel="1" />
   <attributeEditorField name="start_date" index="9" showLabel="1" />
   <attributeEditorField name="end_date" index="10" showLabel="1" />
   <attributeEditorField name="certainty" index="13" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Where" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="name_then" index="4" showLabel="1" />
   <attributeEditorField name="country_then" index="6" showLabel="1" />
   <attributeEditorField name="name_now" index="5" showLabel="1" />
   <attributeEditorField name="country_now" index="7" showLabel="1" />
   <attributeEditorField name="precision" index="14" showLabel="1" />
   <attributeEditorField name="place_id" index="25" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Words" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="summary" index="15" showLabel="1" />
   <attributeEditorField name="persons" index="16" showLabel="1" />
   <attributeEditorField name="companions" index="17" showLabel="1" />
   <attributeEditorField name="works" index="18" showLabel="1" />
   <attributeEditorField name="quote" index="19" showLabel="1" />
   <attributeEditorField name="quote_by" index="20" showLabel="1" />
   <attributeEditorField name="correction" index="21" showLabel="1" />
   <attributeEditorField name="note" index="22" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Sources" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="sources" index="24" showLabel="1" />
  </attributeEditorContainer>
 </attributeEditorForm>
 <previewExpression>"name_then" || ', ' || "date_text"</previewExpression>
 <mapTip enabled="1">&lt;h3&gt;[% replace("title", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/h3&gt;
&lt;p&gt;&lt;b&gt;[% replace("name_then", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/b&gt;, [% replace("country_then", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;br&gt;
[% coalesce("date_text", "date_edtf") %]&lt;/p&gt;
&lt;p&gt;[% replace("summary", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/p&gt;
[% CASE WHEN "quote" IS NOT NULL THEN '&lt;blockquote&gt;“' || replace("quote", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) || '”' || coalesce('&lt;br&gt;' || replace("quote_by", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')), '') || '&lt;/blockquote&gt;' ELSE '' END %]
</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
