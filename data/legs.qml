<qgis version="3.22.16" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="1" limitMode="1" accumulate="1" startField="start_date" endField="" startExpression="" endExpression="" durationField="" durationUnit="min" fixedDuration="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="&quot;mode&quot; || CASE WHEN &quot;guarded&quot; THEN ', guarded' ELSE '' END" symbollevels="0" forceraster="0">
  <categories>
   <category type="string" value="rail" label="By rail" symbol="0" render="true" />
   <category type="string" value="rail, guarded" label="By rail, under guard" symbol="1" render="true" />
   <category type="string" value="sea" label="By sea" symbol="2" render="true" />
   <category type="string" value="sea, guarded" label="By sea, under guard" symbol="3" render="true" />
   <category type="string" value="road" label="By road" symbol="4" render="true" />
   <category type="string" value="air" label="By air" symbol="5" render="true" />
   <category type="string" value="unknown" label="Way not known" symbol="6" render="true" />
   <category type="string" value="unknown, guarded" label="Way not known, under guard" symbol="7" render="true" />
  </categories>
  <symbols>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,255" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,209" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,166" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="38,34,29,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="2.91;1.32" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="2.91;1.32" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="2.91;1.32" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="3">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.69" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,255" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="2.91;1.32" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,209" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="2.91;1.32" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,166" />
      <Option type="QString" name="line_width" value="0.64" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="2.91;1.32" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="38,34,29,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="4">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.91" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="0.30" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@5" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="5">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.53" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.48" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="4.23;1.06;0.40;1.06" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.48" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="4.23;1.06;0.40;1.06" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.48" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="flat" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="4.23;1.06;0.40;1.06" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="6">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.91" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,255" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="0.03;1.46" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,209" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="0.03;1.46" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="168,32,26,166" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="0.03;1.46" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="168,32,26,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="7">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="251,248,241,255" />
      <Option type="QString" name="line_width" value="1.91" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="0" />
      <Option type="QString" name="customdash" value="1.32;0.53" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,255" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="0.03;1.46" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,209" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="0.03;1.46" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'less-certain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="line_color" value="38,34,29,166" />
      <Option type="QString" name="line_width" value="0.85" />
      <Option type="QString" name="line_width_unit" value="MM" />
      <Option type="QString" name="line_style" value="solid" />
      <Option type="QString" name="capstyle" value="round" />
      <Option type="QString" name="joinstyle" value="round" />
      <Option type="QString" name="use_custom_dash" value="1" />
      <Option type="QString" name="customdash" value="0.03;1.46" />
      <Option type="QString" name="customdash_unit" value="MM" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value="" />
       <Option type="Map" name="properties">
        <Option type="Map" name="enabled">
         <Option type="bool" name="active" value="true" />
         <Option type="QString" name="expression" value="coalesce(&quot;certainty&quot;, 'certain') = 'uncertain'" />
         <Option type="int" name="type" value="3" />
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="MarkerLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="placement" value="centralpoint" />
      <Option type="QString" name="rotate" value="1" />
      <Option type="QString" name="offset" value="0.5" />
      <Option type="QString" name="offset_unit" value="MM" />
     </Option>
     <symbol type="marker" name="@0@4" alpha="1">
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="name" value="filled_arrowhead" />
        <Option type="QString" name="size" value="3.2" />
        <Option type="QString" name="size_unit" value="MM" />
        <Option type="QString" name="color" value="38,34,29,255" />
        <Option type="QString" name="outline_color" value="251,248,241,255" />
        <Option type="QString" name="outline_width" value="0.2" />
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
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
  <field name="from_id" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="1. Portraits of the hanged, Ixelles (30 December 1890)" value="ixelles-birth" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="2. A wandering childhood, England (about 1892 to about 1900)" value="england-childhood" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="3. Alone in furnished rooms, Brussels (about 1904 to about 1909)" value="brussels-youth" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="4. The colony in the forest, Boitsfort (1906 to 1908)" value="boitsfort-colony" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="5. Among the miners of the Nord, Lille and the mining country (about 1909)" value="lille-mining-north" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="6. Free Search, Paris (1909 to about 1911)" value="paris-1909" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="7. The house of l’anarchie, Romainville (about 1910 to about 1911)" value="romainville-anarchie" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="8. Raid in the rue Fessart, 24 rue Fessart, Paris (about 1911 to 31 January 1912)" value="rue-fessart" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="9. Thirteen months on remand, La Santé prison, Paris (31 January 1912 to about 1913)" value="sante-prison" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="10. On trial with the Bonnot gang, Palais de Justice, Paris (3 to 27 February 1913)" value="assize-trial" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="11. An island in the Seine, Central prison, Melun (about 1913 to 31 January 1917)" value="melun-prison" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="12. Two weeks to be gone, Rue Julien-Lacroix, Paris (1 to 13 February 1917)" value="belleville-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="13. Land and Liberty, Barcelona (14 February 1917 to about July 1917)" value="barcelona-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="14. Over the roofs, Calle de las Egipcíacas, Barcelona (about July 1917)" value="barcelona-cell-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="15. The nineteenth of July, Conde del Asalto, Barcelona (19 July 1917)" value="barcelona-rising-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="16. A visa for the army, Paris (26 July to 2 October 1917)" value="paris-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="17. The first camp, Fleury-en-Bière (about 2 October 1917 to about April 1918)" value="fleury-en-biere" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="18. Only one Bolshevik, Camp of Précigné (about April 1918 to about January 1919)" value="precigne-camp" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="19. Man for man, Dunkirk (about January 1919)" value="dunkirk-1919" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="20. A train under white hoods, Hangö (Hanko) (about January 1919)" value="hanko-1919" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="21. The frozen city, Petrograd (about January 1919 to about December 1921)" value="petrograd-astoria" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="22. The presses of the International, Smolny, Petrograd (about March 1919 to about 1921)" value="petrograd-smolny" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="23. The tsar’s card index, Petrograd (about October 1919)" value="petrograd-october-1919" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="24. The funeral of Kropotkin, House of the Unions, Moscow (February 1921)" value="moscow-kropotkin-1921" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="25. The guns of Kronstadt, Smolny, Petrograd (18 March 1921)" value="kronstadt-1921" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="26. Friends from abroad, Moscow (about June to about July 1921)" value="moscow-congresses" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="27. The French Commune, Novaya Ladoga (about June to about September 1921)" value="novaya-ladoga-commune" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="28. Out through Narva, Tallinn (Reval) (about December 1921)" value="narva-tallinn-1921" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="29. Siegfried, Gottlieb, Dr Albert, Berlin (about December 1921 to about November 1923)" value="berlin-1922" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="30. Three tins each, Alexanderplatz, Berlin (about August to about October 1923)" value="berlin-1923" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="31. Three cups for guests, Vienna (about November 1923 to about 1926)" value="vienna-1923" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="32. Seven years in Leningrad, Ulitsa Zhelyabova, Leningrad (about 1926 to 8 March 1933)" value="leningrad-home" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="33. A funeral in the snow, Novodevichy cemetery, Moscow (19 November 1927)" value="moscow-1927" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="34. Leninists, too, House of Preliminary Detention, Leningrad (about March to about May 1928)" value="leningrad-prison-1928" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="35. A bargain in a hospital bed, A hospital in Leningrad (about 1928)" value="leningrad-hospital-1928" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="36. The oldest asylum in the city, Psychiatric hospital on the Pryazhka, Leningrad (about 1932)" value="leningrad-asylum-1932" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="37. Seized in the street, Prospekt 25 Oktyabrya, Leningrad (8 March 1933)" value="leningrad-arrest-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="38. The silent prison, Inner prison of the Lubyanka, Moscow (about March to about May 1933)" value="lubyanka-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="39. Read, and sign, Butyrka prison, Moscow (about May to about June 1933)" value="butyrka-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="40. Deported to the Ural river, Orenburg (about June 1933 to about 12 April 1936)" value="orenburg-exile" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="41. Thanks for the good life, A hospital in Orenburg (about February to about March 1935)" value="orenburg-hospital-1935" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="42. Released and expelled, Moscow (about April 1936)" value="moscow-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="43. Lights in the dusk, Warsaw (about April 1936)" value="warsaw-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="44. Not yet one and a half, Brussels and Uccle (17 April 1936 to about 1937)" value="brussels-uccle-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="45. A secret visit to Gide, Rue Vaneau, Paris (about November 1936)" value="paris-gide-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="46. Night meetings in Holland, Amsterdam (about December 1936 to about January 1937)" value="amsterdam-1937" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="47. Against the Moscow trials, Paris (about February 1937 to about 1938)" value="paris-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="48. Reading proofs, Le Pré-Saint-Gervais (about 1938 to about June 1940)" value="pre-saint-gervais" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="49. On the floor of a wrecked house, A village on the Loire (about June 1940)" value="loire-flight-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="50. Doors that stayed shut, The roads of the south-west (about June to about July 1940)" value="agen-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="51. The hour of the Old Man, Marseille (about July to about October 1940)" value="marseille-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="52. Château Espère-Visa, Villa Air-Bel, Marseille (about October 1940 to about 1941)" value="villa-air-bel" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="53. ‘I do not have the honour’, On board the Sinaïa, off Marseille (about December 1940)" value="marseille-ship-detention" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="54. Last lodging in Europe, Hôtel de Rome, Marseille (about March 1941 to 24 March 1941)" value="hotel-de-rome" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="55. The Capitaine Paul-Lemerle, Bassin de la Pinède, Marseille (24 to 25 March 1941)" value="marseille-embarkation" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="56. A question mark of stars, Casablanca (about April 1941)" value="casablanca-1941" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="57. Interned in the Lazaret, Lazaret, Les Trois-Îlets (about 20 April 1941 to about May 1941)" value="martinique-lazaret" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="58. On the rim of the furnace, Ciudad Trujillo (about May to about August 1941)" value="ciudad-trujillo" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="59. A tropical Paris, Havana (about August to about September 1941)" value="havana" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="60. Two trunks and a suitcase, Mexico City (4 September 1941 to 17 November 1947)" value="mexico-city" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="61. Sugar skulls, Near San Fernando, Mexico City (about October to about December 1941)" value="san-fernando-1941" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="62. The tomb of Coyoacán, Calle Viena, Coyoacán (about October 1941 to about 1947)" value="coyoacan" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="63. Meetings broken up, República de Cuba 81, Mexico City (10 March to 1 April 1943)" value="mexico-attack-1943" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="64. The new volcano, Paricutín (about July 1947 to 14 July 1947)" value="paricutin" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="65. Death in a taxi, Central Post Office, Mexico City (17 November 1947)" value="mexico-death" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="66. A borrowed grave, Panteón Francés, Mexico City (about November 1947)" value="panteon-frances" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="to_id" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="1. Portraits of the hanged, Ixelles (30 December 1890)" value="ixelles-birth" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="2. A wandering childhood, England (about 1892 to about 1900)" value="england-childhood" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="3. Alone in furnished rooms, Brussels (about 1904 to about 1909)" value="brussels-youth" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="4. The colony in the forest, Boitsfort (1906 to 1908)" value="boitsfort-colony" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="5. Among the miners of the Nord, Lille and the mining country (about 1909)" value="lille-mining-north" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="6. Free Search, Paris (1909 to about 1911)" value="paris-1909" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="7. The house of l’anarchie, Romainville (about 1910 to about 1911)" value="romainville-anarchie" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="8. Raid in the rue Fessart, 24 rue Fessart, Paris (about 1911 to 31 January 1912)" value="rue-fessart" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="9. Thirteen months on remand, La Santé prison, Paris (31 January 1912 to about 1913)" value="sante-prison" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="10. On trial with the Bonnot gang, Palais de Justice, Paris (3 to 27 February 1913)" value="assize-trial" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="11. An island in the Seine, Central prison, Melun (about 1913 to 31 January 1917)" value="melun-prison" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="12. Two weeks to be gone, Rue Julien-Lacroix, Paris (1 to 13 February 1917)" value="belleville-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="13. Land and Liberty, Barcelona (14 February 1917 to about July 1917)" value="barcelona-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="14. Over the roofs, Calle de las Egipcíacas, Barcelona (about July 1917)" value="barcelona-cell-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="15. The nineteenth of July, Conde del Asalto, Barcelona (19 July 1917)" value="barcelona-rising-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="16. A visa for the army, Paris (26 July to 2 October 1917)" value="paris-1917" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="17. The first camp, Fleury-en-Bière (about 2 October 1917 to about April 1918)" value="fleury-en-biere" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="18. Only one Bolshevik, Camp of Précigné (about April 1918 to about January 1919)" value="precigne-camp" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="19. Man for man, Dunkirk (about January 1919)" value="dunkirk-1919" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="20. A train under white hoods, Hangö (Hanko) (about January 1919)" value="hanko-1919" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="21. The frozen city, Petrograd (about January 1919 to about December 1921)" value="petrograd-astoria" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="22. The presses of the International, Smolny, Petrograd (about March 1919 to about 1921)" value="petrograd-smolny" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="23. The tsar’s card index, Petrograd (about October 1919)" value="petrograd-october-1919" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="24. The funeral of Kropotkin, House of the Unions, Moscow (February 1921)" value="moscow-kropotkin-1921" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="25. The guns of Kronstadt, Smolny, Petrograd (18 March 1921)" value="kronstadt-1921" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="26. Friends from abroad, Moscow (about June to about July 1921)" value="moscow-congresses" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="27. The French Commune, Novaya Ladoga (about June to about September 1921)" value="novaya-ladoga-commune" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="28. Out through Narva, Tallinn (Reval) (about December 1921)" value="narva-tallinn-1921" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="29. Siegfried, Gottlieb, Dr Albert, Berlin (about December 1921 to about November 1923)" value="berlin-1922" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="30. Three tins each, Alexanderplatz, Berlin (about August to about October 1923)" value="berlin-1923" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="31. Three cups for guests, Vienna (about November 1923 to about 1926)" value="vienna-1923" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="32. Seven years in Leningrad, Ulitsa Zhelyabova, Leningrad (about 1926 to 8 March 1933)" value="leningrad-home" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="33. A funeral in the snow, Novodevichy cemetery, Moscow (19 November 1927)" value="moscow-1927" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="34. Leninists, too, House of Preliminary Detention, Leningrad (about March to about May 1928)" value="leningrad-prison-1928" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="35. A bargain in a hospital bed, A hospital in Leningrad (about 1928)" value="leningrad-hospital-1928" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="36. The oldest asylum in the city, Psychiatric hospital on the Pryazhka, Leningrad (about 1932)" value="leningrad-asylum-1932" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="37. Seized in the street, Prospekt 25 Oktyabrya, Leningrad (8 March 1933)" value="leningrad-arrest-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="38. The silent prison, Inner prison of the Lubyanka, Moscow (about March to about May 1933)" value="lubyanka-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="39. Read, and sign, Butyrka prison, Moscow (about May to about June 1933)" value="butyrka-1933" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="40. Deported to the Ural river, Orenburg (about June 1933 to about 12 April 1936)" value="orenburg-exile" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="41. Thanks for the good life, A hospital in Orenburg (about February to about March 1935)" value="orenburg-hospital-1935" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="42. Released and expelled, Moscow (about April 1936)" value="moscow-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="43. Lights in the dusk, Warsaw (about April 1936)" value="warsaw-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="44. Not yet one and a half, Brussels and Uccle (17 April 1936 to about 1937)" value="brussels-uccle-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="45. A secret visit to Gide, Rue Vaneau, Paris (about November 1936)" value="paris-gide-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="46. Night meetings in Holland, Amsterdam (about December 1936 to about January 1937)" value="amsterdam-1937" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="47. Against the Moscow trials, Paris (about February 1937 to about 1938)" value="paris-1936" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="48. Reading proofs, Le Pré-Saint-Gervais (about 1938 to about June 1940)" value="pre-saint-gervais" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="49. On the floor of a wrecked house, A village on the Loire (about June 1940)" value="loire-flight-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="50. Doors that stayed shut, The roads of the south-west (about June to about July 1940)" value="agen-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="51. The hour of the Old Man, Marseille (about July to about October 1940)" value="marseille-1940" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="52. Château Espère-Visa, Villa Air-Bel, Marseille (about October 1940 to about 1941)" value="villa-air-bel" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="53. ‘I do not have the honour’, On board the Sinaïa, off Marseille (about December 1940)" value="marseille-ship-detention" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="54. Last lodging in Europe, Hôtel de Rome, Marseille (about March 1941 to 24 March 1941)" value="hotel-de-rome" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="55. The Capitaine Paul-Lemerle, Bassin de la Pinède, Marseille (24 to 25 March 1941)" value="marseille-embarkation" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="56. A question mark of stars, Casablanca (about April 1941)" value="casablanca-1941" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="57. Interned in the Lazaret, Lazaret, Les Trois-Îlets (about 20 April 1941 to about May 1941)" value="martinique-lazaret" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="58. On the rim of the furnace, Ciudad Trujillo (about May to about August 1941)" value="ciudad-trujillo" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="59. A tropical Paris, Havana (about August to about September 1941)" value="havana" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="60. Two trunks and a suitcase, Mexico City (4 September 1941 to 17 November 1947)" value="mexico-city" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="61. Sugar skulls, Near San Fernando, Mexico City (about October to about December 1941)" value="san-fernando-1941" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="62. The tomb of Coyoacán, Calle Viena, Coyoacán (about October 1941 to about 1947)" value="coyoacan" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="63. Meetings broken up, República de Cuba 81, Mexico City (10 March to 1 April 1943)" value="mexico-attack-1943" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="64. The new volcano, Paricutín (about July 1947 to 14 July 1947)" value="paricutin" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="65. Death in a taxi, Central Post Office, Mexico City (17 November 1947)" value="mexico-death" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="66. A borrowed grave, Panteón Francés, Mexico City (about November 1947)" value="panteon-frances" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="mode" configurationFlags="None">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option type="List" name="map">
       <Option type="Map">
        <Option type="QString" name="rail" value="rail" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="sea" value="sea" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="road" value="road" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="foot" value="foot" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="air" value="air" />
       </Option>
       <Option type="Map">
        <Option type="QString" name="unknown" value="unknown" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="guarded" configurationFlags="None">
   <editWidget type="CheckBox">
    <config />
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
  <field name="summary" configurationFlags="None">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option type="QString" name="IsMultiline" value="true" />
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
 </fieldConfiguration>
 <aliases>
  <alias index="0" field="id" name="Id" />
  <alias index="1" field="seq" name="No." />
  <alias index="2" field="from_id" name="From stop" />
  <alias index="3" field="to_id" name="To stop" />
  <alias index="4" field="mode" name="Travelled by" />
  <alias index="5" field="guarded" name="Under guard" />
  <alias index="6" field="start_date" name="First possible day" />
  <alias index="7" field="end_date" name="Last possible day" />
  <alias index="8" field="date_edtf" name="Dates (EDTF)" />
  <alias index="9" field="certainty" name="Certainty of the way" />
  <alias index="10" field="summary" name="Summary" />
  <alias index="11" field="sources" name="Sources" />
 </aliases>
 <editable>
  <field name="id" editable="1" />
  <field name="seq" editable="0" />
  <field name="from_id" editable="1" />
  <field name="to_id" editable="1" />
  <field name="mode" editable="1" />
  <field name="guarded" editable="1" />
  <field name="start_date" editable="0" />
  <field name="end_date" editable="0" />
  <field name="date_edtf" editable="1" />
  <field name="certainty" editable="1" />
  <field name="summary" editable="1" />
  <field name="sources" editable="1" />
 </editable>
 <defaults>
  <default field="id" expression="CASE WHEN &quot;seq&quot; IS NULL THEN &quot;from_id&quot; || '-to-' || &quot;to_id&quot; ELSE &quot;id&quot; END" applyOnUpdate="1" />
  <default field="seq" expression="" applyOnUpdate="0" />
  <default field="from_id" expression="" applyOnUpdate="0" />
  <default field="to_id" expression="" applyOnUpdate="0" />
  <default field="mode" expression="'unknown'" applyOnUpdate="0" />
  <default field="guarded" expression="false" applyOnUpdate="0" />
  <default field="start_date" expression="" applyOnUpdate="0" />
  <default field="end_date" expression="" applyOnUpdate="0" />
  <default field="date_edtf" expression="" applyOnUpdate="0" />
  <default field="certainty" expression="'less-certain'" applyOnUpdate="0" />
  <default field="summary" expression="" applyOnUpdate="0" />
  <default field="sources" expression="" applyOnUpdate="0" />
 </defaults>
 <constraints>
  <constraint field="id" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="seq" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="from_id" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="to_id" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="mode" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="guarded" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="start_date" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="end_date" constraints="0" notnull_strength="0" unique_strength="0" exp_strength="0" />
  <constraint field="date_edtf" constraints="5" notnull_strength="1" unique_strength="0" exp_strength="1" />
  <constraint field="certainty" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="summary" constraints="1" notnull_strength="1" unique_strength="0" exp_strength="0" />
  <constraint field="sources" constraints="5" notnull_strength="1" unique_strength="0" exp_strength="2" />
 </constraints>
 <constraintExpressions>
  <constraint field="id" exp="" desc="" />
  <constraint field="seq" exp="" desc="" />
  <constraint field="from_id" exp="" desc="" />
  <constraint field="to_id" exp="" desc="" />
  <constraint field="mode" exp="" desc="" />
  <constraint field="guarded" exp="" desc="" />
  <constraint field="start_date" exp="" desc="" />
  <constraint field="end_date" exp="" desc="" />
  <constraint field="date_edtf" exp="regexp_match(&quot;date_edtf&quot;, '^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.])(/([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?|[0-9]{3}X[~?%]?|[0-9]{2}XX[~?%]?|[.][.]))?$') &gt; 0" desc="Dates as 1919-01-26, 1919-01 or 1919; ~ about, ? perhaps; first/last: 1919~/1921" />
  <constraint field="certainty" exp="" desc="" />
  <constraint field="summary" exp="" desc="" />
  <constraint field="sources" exp="coalesce(nullif(&quot;sources&quot;, 'NULL'), '') = '' OR array_length(array_filter(string_to_array(&quot;sources&quot;, ';'), NOT array_contains(array('paizis-2012', 'maitron-serge', 'maitron-anarchistes', 'snac-serge', 'wikipedia-serge', 'albertani-evasions', 'meric-bandits', 'vgulage-kibalchich', 'magasin-kibaltchich', 'scialabba-witness', 'mookse-memoirs', 'ixelles-histoire', 'saint-andre-experience', 'wikipedia-serge-it', 'socialist-stories-serge', 'montanya-barcelona', 'serge-memoirs-escape', 'autogestion-serge', 'paris-luttes-bonnot', 'des-gens-fessart', 'criminocorpus-bonnot', 'greeman-men-in-prison', 'fabula-prison', 'parutions-carcerale', 'hauts-de-seine-bandits', 'becklivet-proces', 'piste-barcelona', 'aisa-novela', 'weissman-biography', 'greeman-birth-postface', 'buisneau-precigne', 'farcy-camps', 'm-editeur-serge', 'uacm-fotos', 'wikipedia-vlady', 'yarov-petrograd', 'bespalova-portrety', 'serge-kronstadt', 'memuarist-ladoga', 'memuarist-narva', 'memuarist-berlin-1922', 'memuarist-berlin-1923', 'serge-ot-revolyutsii', 'birchall-witness', 'retzlaw-spartacus', 'mandelshtam-kibalchich', 'hist-dictionary-marxism', 'albertani-vlady', 'serge-hospital', 'greeman-affair', 'jrank-totalitarianism', 'memuarist-deportation', 'memuarist-illness', 'oren-plamya', 'riere-brook-poems', 'vraisvoyageurs-serge', 'desolre-sneevliet', 'bass-marseille', 'serge-earthquake', 'asymptote-notebooks', 'intervalle-mexique', 'villa-air-bel-decouverte', 'tourisme-airbel', 'jacobin-notebooks', 'babelio-capitaine', 'cercle-shoah-capitaine', 'paul-lemerle-ship', 'coll-diary', 'crepu-mexico', 'france-culture-lemerle', 'acoram-capitaine', 'signes-et-balises', 'hoy-breton-lam', 'nexos-serge', 'albertani-socialismo', 'izquierda-san-fernando', 'gorkin-death', 'serge-works-list', 'reimann-brawls', 'serge-paricutin', 'edizioni-eo-paricutin', 'outcast-as-witness', 'memuarist-arrest-1928', 'memuarist-moscow-1933', 'memuarist-orenburg', 'memuarist-campaign', 'memuarist-departure', 'memuarist-warsaw', 'memuarist-denounced', 'memuarist-passports', 'memuarist-flight', 'memuarist-marseille', 'serge-carnets-1952', 'greeman-retour', 'sontag-unextinguished', 'albertani-metapolitica', 'gorkin-spaniard', 'lost-minds', 'citywalls-pryazhka', 'ceip-joffe', 'signes-chambrettes', 'coudees-franches', 'furet-varsovie', 'musee-fry-rapport', 'andrade-nin', 'youscribe-men-in-prison', 'maitron-callemin', 'maitron-de-boe', 'maitron-body', 'maitron-sadoul', 'maitron-benedite', 'maitron-pivert', 'wikipedia-maitrejean', 'dbalears-segui', 'wikipedia-zinoviev', 'lichtenstadt-mazin', 'mazin-obituary', 'simple-kropotkin', 'encyclopedia-balabanoff', 'wikipedia-joffe', 'encyclopedia-sedova', 'wikipedia-sneevliet', 'wikipedia-nin', 'berose-sejourne', 'jewish-press-fry', 'androom-breton', 'seroussi-lam', 'fundanin-gorkin', 'posen-erlich', 'litvinov-erlich-alter', 'isidore-memoirs', 'club-hommes-prison', 'la-breche-minuit', 'biondi-rirette', 'des-gens-rirette', 'memuarist-barcelona', 'jrank-cheka', 'wikipedia-okhrana', 'wikipedia-comintern', 'wikipedia-kpd', 'larousse-poum', 'figes-left-opposition', 'wikipedia-moscow-trials', 'criminocorpus-27-fevrier', 'escueladigital-panteon', 'siegelbaum-lenin-enrollment', 'wikipedia-cnt', 'vichy-french-state', 'merriman-bandits', 'greeman-blaze-afterword', 'serge-coyoacan', 'washington-times-weissman', 'gide-plaque', 'mandel-toulaev', 'maitron-garnier', 'maitron-dieudonne', 'montignies-carouy', 'munzinger-radek', 'sapere-rakovsky', 'brockhaus-rolland', 'wikipedia-gold', 'wikipedia-davenport', 'ledelarge-lamba', 'lapresse-levi-strauss', 'widerstand-seghers', 'wikipedia-krull', 'regler-lebenslauf', 'wikipedia-alter', 'maitron-komintern', 'cuadernos-vlady-lemerle', 'uacm-travesia', 'memuarist-holland', 'memuarist-rome'), regexp_replace(trim(@element), ',.*$', '')))) = 0" desc="Ids of the sources, each perhaps with a place in it: maitron-serge; memoirs, p. 12" />
 </constraintExpressions>
 <editorlayout>tablayout</editorlayout>
 <attributeEditorForm>
  <attributeEditorContainer name="What" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="id" index="0" showLabel="1" />
   <attributeEditorField name="seq" index="1" showLabel="1" />
   <attributeEditorField name="from_id" index="2" showLabel="1" />
   <attributeEditorField name="to_id" index="3" showLabel="1" />
   <attributeEditorField name="mode" index="4" showLabel="1" />
   <attributeEditorField name="guarded" index="5" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="When" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="date_edtf" index="8" showLabel="1" />
   <attributeEditorField name="start_date" index="6" showLabel="1" />
   <attributeEditorField name="end_date" index="7" showLabel="1" />
   <attributeEditorField name="certainty" index="9" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Words" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="summary" index="10" showLabel="1" />
  </attributeEditorContainer>
  <attributeEditorContainer name="Sources" groupBox="0" columnCount="1" showLabel="1" visibilityExpression="" visibilityExpressionEnabled="0">
   <attributeEditorField name="sources" index="11" showLabel="1" />
  </attributeEditorContainer>
 </attributeEditorForm>
 <previewExpression>"from_id" || ' to ' || "to_id"</previewExpression>
 <mapTip enabled="1">&lt;p&gt;&lt;b&gt;[% "mode" %][% CASE WHEN "guarded" THEN ', under guard' ELSE '' END %]&lt;/b&gt;&lt;br&gt;
[% "date_edtf" %], [% "certainty" %]&lt;/p&gt;
&lt;p&gt;[% replace("summary", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;')) %]&lt;/p&gt;
</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
