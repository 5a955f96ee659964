<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="2" limitMode="1" accumulate="0" startField="start_date" endField="end_date" startExpression="" endExpression="" durationField="" durationUnit="min" fixedDuration="0">
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
   <text-style fieldName="name_then" isExpression="0" fontSize="9" fontSizeUnit="Point" fontWeight="75" fontItalic="0" textColor="38,34,29,255" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="251,248,241,255" bufferOpacity="1" bufferJoinStyle="128" />
   </text-style>
   <placement priority="8" placement="6" predefinedPositionOrder="TR" dist="0.6" distUnits="MM" offsetType="1" />
   <rendering drawLabels="1" displayAll="0" obstacle="1" obstacleFactor="1" scaleVisibility="0" />
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
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
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
      <Option type="QString" name="IsMultiline" value="false" />
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
      <Option type="QString" name="IsMultiline" value="false" />
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
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="false" />
     </Option>
    </config>
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
 <previewExpression>"name_then" || ', ' || "date_text"</previewExpression>
 <mapTip enabled="1">&lt;h3&gt;[% replace("title", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/h3&gt;
&lt;p&gt;&lt;b&gt;[% replace("name_then", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/b&gt;, [% replace("country_then", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;br&gt;
[% coalesce("date_text", "date_edtf") %]&lt;/p&gt;
&lt;p&gt;[% replace("summary", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/p&gt;
[% CASE WHEN "quote" IS NOT NULL THEN '&lt;blockquote&gt;“' || replace("quote", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) || '”' || coalesce('&lt;br&gt;' || replace("quote_by", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')), '') || '&lt;/blockquote&gt;' ELSE '' END %]
</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
