// vector: data: document
location.href = "data:text/html,<script>new Image().src='$URL'</scr" + "ipt>";
